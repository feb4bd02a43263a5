create table picture_size (                       -- of pictures whose source did not say; one row a picture, found or not
  url          varchar(2000) primary key,
  width        int,
  height       int,
  looked_up_at timestamp with time zone not null,
  constraint size_is_whole check ((width is null) = (height is null))
);
