package org.keepreading.source;

import java.util.stream.Collectors;

/** What programs write at an article's end, as patterns: in full for the languages of Europe's newsrooms, and as WordPress says it in others. */
final class TailPhrases {
    /** "The post … appeared first on …". */
    static final String SYNDICATED = oneOf("""
            (the|this) (post|article|story|entry|piece|report|column|interview|episode)( .{1,400})? ((originally|first) (appeared|published|posted)|(appeared|published|posted) (first|originally)) (on|in|at|by) .{1,200}
            (originally|first) (published|posted|appeared) (on|in|at|by) .{1,200}
            .{1,400} was originally published (on|in|at) .{1,200} on medium.*
            (der|dieser) (beitrag|artikel|text|kommentar)( .{1,400})? (erschien|(ist|wurde)( .{1,200})?) (zuerst|ursprünglich|zunächst)( erschienen| veröffentlicht)? (auf|bei|in|im) .{1,200}
            (l['’]article|cet article|ce texte|ce billet|le post|le billet)( .{1,400})? (est apparu|est paru|a été publié|a paru) (en premier|d['’]abord|initialement|pour la première fois|originellement) (sur|dans|par) .{1,200}
            (la entrada|esta entrada|el artículo|este artículo|la publicación|el post|este texto|esta noticia)( .{1,400})? (se publicó|apareció|aparece|fue publicad[oa]|se ha publicado) (primero|originalmente|por primera vez) (en|por) .{1,200}
            (l['’]articolo|questo articolo|il post|questo post)( .{1,400})? (proviene da|sembra essere il primo su|è (apparso|stato pubblicato) (per la prima volta|originariamente|in origine) (su|in|da)) .{1,200}
            (o post|este post|o artigo|este artigo|o conteúdo|este conteúdo|a publicação|esta matéria|este texto)( .{1,400})? (apareceu|aparece|foi publicad[oa]|appeared) (primeiro|originalmente|inicialmente|first) (em|no|na|por|on) .{1,200}
            (het|dit) (bericht|artikel|stuk)( .{1,400})? (verscheen (eerst|oorspronkelijk|het eerst|als eerste|eerder)|(is|werd) (eerst|oorspronkelijk|eerder) (verschenen|gepubliceerd)) (op|bij|in) .{1,200}
            inlägget .{1,400} dök först upp på .{1,200}
            indlægget .{1,400} (blev først udgivet|kom først til syne|blev vist først) på .{1,200}
            innlegget .{1,400} (dukket først opp|ble først publisert) på .{1,200}
            artikkeli .{1,400} julkaistiin ensimmäisen kerran .{1,200}
            (artykuł|wpis|post) .{1,400} pochodzi z (serwisu )?.{1,200}
            (příspěvek|článek) .{1,400} (pochází z|se nejdříve objevil na) .{1,200}
            príspevok .{1,400} zobrazený najskôr .{1,200}
            a\\(?z?\\)? .{1,400} bejegyzés először .{1,200} jelent meg
            articolul .{1,400} apare prima dată în .{1,200}
            l['’]entrada .{1,400} ha aparegut primer a .{1,200}
            objava .{1,400} (pojavila se prvi puta|se je pojavila|se prvi put pojavila) na .{1,200}
            το άρθρο .{1,400} εμφανίστηκε πρώτα στο .{1,200}
            сообщение .{1,400} появил[оаи]с[ья] сначала на .{1,200}
            (запис|допис) .{1,400} (спершу|вперше) з['’’]яви(вся|ться) на .{1,200}
            публикацията .{1,400} се появи първо на .{1,200}
            .{1,400} yazısı ilk önce .{1,200} üzerinde ortaya çıktı
            投稿.{1,400}は.{1,200}に最初に表示されました
            .{1,400}最先出[现現][在於于].{1,200}
            .{1,400} pertama kali tampil pada .{1,200}
            ظهرت المقالة .{1,400} أولاً على .{1,200}
            הפוסט .{1,400} הופיע לראשונה ב.{1,200}""");

    /** "Continue reading", "Read the full story". */
    static final String GO_ON = oneOf("""
            ((click|tap) here to )?(continue reading|keep reading|read (more|on)|read the rest|(read|view|see)( the| this)?( full| whole| entire| original| complete)? (story|article|post|piece|report|entry|text))
            full (story|article|text|post)
            (jetzt |hier |artikel |beitrag )?(weiterlesen|weiter lesen|mehr lesen|lesen sie (mehr|weiter))|mehr (erfahren|dazu)|(den|diesen)( ganzen| vollständigen| kompletten)? (artikel|beitrag|text) lesen|zum( ganzen| vollständigen| kompletten)? (artikel|beitrag|text)
            lire (la suite|plus|l['’]article( complet| entier| original)?|l['’]intégralité)|en savoir plus|continuer (la|à) (lecture|lire)
            (leer|ver) (más|(el )?artículo completo|(la )?noticia completa|(la )?nota completa)|(seguir|continuar|sigue|continúa) leyendo
            continua (a leggere|la lettura)|leggi (tutto|di più|ancora|(l['’]articolo|l['’]intero articolo|la notizia)( completo| completa| intero)?)
            (continuar|continue) (lendo|a ler)|(leia|ler|saiba|veja) mais|(leia|ler) (o |a )?(artigo|texto|matéria|reportagem|notícia) complet[oa]
            lees (verder|meer|het (hele|volledige) (artikel|bericht|verhaal))|(verder|meer) lezen|naar het (hele |volledige )?artikel
            läs (mer|vidare|hela (artikeln|inlägget))|fortsätt läsa
            læs (mere|videre|hele (artiklen|indlægget))|fortsæt med at læse
            les (mer|videre|hele (saken|artikkelen|innlegget))|fortsett å lese
            lue (lisää|koko (juttu|artikkeli))|jatka lukemista
            czytaj (więcej|dalej)|przeczytaj (więcej|cały artykuł)
            (číst|čítať) (dále|ďalej|více|viac|celý článek)|celý článek
            tovább( olvasom)?|olvass tovább|bővebben
            citește (mai mult|mai departe|continuarea)
            llegeix(-ne)? més|continua llegint
            διαβάστε (περισσότερα|τη συνέχεια)
            читать (далее|дальше|полностью)|подробнее|читати далі|докладніше|прочетете повече
            devamını oku|devamı
            続きを読む|もっと読む|[继繼][续續][阅閱][读讀]|[阅閱][读讀](更多|全文)|더 ?(읽기|보기)|계속 읽기
            baca selengkapnya|đọc (tiếp|thêm)
            اقرأ المزيد|קרא עוד|המשך קריאה""");

    /** Those that are a tail where nothing else stands in their paragraph or link. */
    static final String ALONE = oneOf("""
            (more|mehr|suite|más|altro|mais|meer|mer|mere|details|full text)
            submitted by .{1,100}(\\[link\\].*)?
            (\\[link\\]\\s*)?\\[comments\\]|\\[link\\]|comments|\\d+ comments?
            (article|comments) url: .{1,300}|points: \\d+|# comments: \\d+
            thanks for reading .{1,200}! (subscribe|this post is public|share).{0,300}
            subscribe (for free )?to (receive|get) new posts.{0,300}
            thanks for reading[^.!?]{0,200}[.!]
            (share|share this|share this:|leave a comment|subscribe now|upgrade to paid|get more from .{1,100})
            (filed under|tagged|posted in|veröffentlicht in|classé dans|publicado en|pubblicato in|publicado em|geplaatst in): ?.{1,300}""");

    private TailPhrases() {}

    private static String oneOf(String lines) {
        return lines.lines().map(String::strip).collect(Collectors.joining("|", "(", ")"));
    }
}
