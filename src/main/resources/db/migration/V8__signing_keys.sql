-- What messages are signed with (DKIM): a key for RSA, perhaps one for Ed25519 beside it, under one selector.
create table signing_key (
  domain          varchar(253) not null,     -- in ASCII, lower-case
  selector        varchar(54)  not null,     -- of the RSA key; that of the Ed25519 key ends in "-ed25519"
  rsa_private     varchar(4000) not null,    -- PKCS#8, base64: a secret
  rsa_public      varchar(4000) not null,    -- the p= of the record in the DNS
  ed25519_private varchar(4000),
  ed25519_public  varchar(4000),
  created_at      timestamp with time zone not null,
  retired_at      timestamp with time zone,  -- when another took over; mail that it signed is under way for days
  primary key (domain, selector),
  constraint ed25519_key_is_whole check ((ed25519_private is null) = (ed25519_public is null))
);

-- Which of a domain's keys signs: at most one, and one that there is.
create table signing_domain (
  domain   varchar(253) primary key,
  selector varchar(54) not null,
  since    timestamp with time zone not null,
  constraint a_domain_signs_with_a_key_it_has foreign key (domain, selector) references signing_key
);
