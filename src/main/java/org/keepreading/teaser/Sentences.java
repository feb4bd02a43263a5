package org.keepreading.teaser;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a text may be cut: at the end of a sentence as its language ends them, or after a word, and never inside what a reader
 * sees as one character. The platform's rules ({@link BreakIterator}) take any full stop before a capital for an end; those of
 * abbreviations, initials and ordinal numbers are none.
 */
public final class Sentences {
    private static final Pattern LAST_WORD =
            Pattern.compile("(?U)(?:^|[\\s(\\[«“„\"'‘’–—-])([\\p{L}\\p{N}.]+)\\.[)\\]»”“\"'’]*\\s*$");
    private static final Pattern INITIALS = Pattern.compile("(?U)(\\p{L}\\.)*\\p{L}");
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,3}|[IVX]{1,5}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_LOOKED_AT = 2_000;
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /** Where "3." is the third. */
    private static final Set<String> ORDINAL_LANGUAGES = Set.of(
            "de", "da", "nb", "nn", "no", "fi", "is", "fo", "et", "lv", "cs", "sk", "pl", "sl", "hr", "sr", "bs", "hu",
            "tr", "eu");

    private static final Set<String> EVERYWHERE = words(
            "dr prof st mr mrs ms nr vol ed eds cf etc vs ca max min tel fig ing dipl jr sr inc ltd co corp gen col lt sgt capt "
                    + "sen rep gov hon rev pres a.m p.m u.s u.k u.n e.g i.e");

    private static final Map<String, Set<String>> OF_LANGUAGE = Map.ofEntries(
            Map.entry(
                    "en",
                    words(
                            "jan feb mar apr jun jul aug sept sep oct nov dec mt ft ave blvd rd dept est approx messrs mmes adm maj cmdr supt hrs mins")),
            Map.entry(
                    "de",
                    words(
                            "z.b z b d.h u.a o.ä u.ä s.o u ggf bzw usw evtl inkl zzgl mio mrd tsd str frl jan feb märz apr jun jul aug sept okt nov dez abs aufl bd bsp geb gest hl jh jhd nachm vorm rd sog vgl v.a i.d.r allg bes fa fr hr med rer nat phil jur habil ev kath ges abt")),
            Map.entry(
                    "fr",
                    words(
                            "m mm mme mmes mlle mlles me mgr p.ex ex av bd env janv févr avr juil sept oct nov déc chap art hab min")),
            Map.entry(
                    "es",
                    words(
                            "sr sra sres sras srta ud uds d dña dn fco gral avda av pza núm pág págs p.ej ee.uu ee uu ff.aa ej dpto cía art cap ene feb abr ago sept oct nov dic aprox")),
            Map.entry(
                    "it",
                    words(
                            "sig sigg sig.ra sig.na dott dott.ssa avv arch geom rag gen feb mar apr giu lug ago set ott nov dic pag pagg art ecc es v.le p.es")),
            Map.entry(
                    "pt",
                    words(
                            "sr sra srs sras dra exmo exma eng arq av r núm n.º pág págs p.ex ex jan fev mar abr mai jun jul ago set out nov dez art cap aprox")),
            Map.entry(
                    "nl",
                    words(
                            "dhr mevr mw drs mr ir bijv b.v enz o.a m.b.t d.w.z jan feb mrt apr jun jul aug sept okt nov dec blz ca jl evt incl excl")),
            Map.entry("sv", words("bl.a t.ex d.v.s m.m o.s.v kl ca jan feb aug sept okt nov dec mkr mdkr")),
            Map.entry("da", words("bl.a f.eks d.v.s m.m osv kl ca mio mia hr fru jan feb aug sept okt nov dec")),
            Map.entry("nb", words("bl.a f.eks d.v.s m.m osv kl ca mill mrd jan feb aug sept okt nov des")),
            Map.entry(
                    "pl",
                    words(
                            "np m.in tj itd itp ul al godz tys mln mld zł r w św prof hab im mgr inż lek red ks gen płk tzw tzn")),
            Map.entry(
                    "cs",
                    words("např tj atd apod ul nám tis mil mld kč hod sv tzv tzn mudr judr phdr rndr mgr bc resp")),
            Map.entry(
                    "sk", words("napr tj atď apod ul nám tis mil mld hod sv tzv tzn mudr judr phdr rndr mgr bc resp")),
            Map.entry("hu", words("pl stb kb ill ún vö sz u tel dec jan febr márc ápr jún júl aug szept okt nov")),
            Map.entry("fi", words("esim mm ym jne ks nk klo n mrd milj")),
            Map.entry("tr", words("vb örn doç yrd av cad sok mah no bkz yy")),
            Map.entry(
                    "ro",
                    words("dl dna d-na d-l str art alin ș.a ian feb mar apr mai iun iul aug sept oct noi dec mil mld")),
            Map.entry("hr", words("npr itd tj sl g gđa ul mil mlrd str")),
            Map.entry("sl", words("npr itd tj oz ipd g ga ul mio mrd str")),
            Map.entry("ca", words("sr sra srs sres p.ex ex av pl pàg núm gen febr abr ag set oct nov des")),
            Map.entry("el", words("κ κα κκ π.χ δηλ κ.λπ αρ σελ εκατ δισ")),
            Map.entry("uk", words("м р рр вул ім див тис млн млрд проф акад доц обл напр св т.д т.п")),
            Map.entry(
                    "ru",
                    words("г гг т.е т.д т.п и.о ул им см руб тыс млн млрд проф акад доц обл тел гл напр св пр пл")));

    private final Locale language;
    private final Set<String> abbreviations;

    private Sentences(Locale language) {
        this.language = language;
        this.abbreviations = OF_LANGUAGE.getOrDefault(language.getLanguage(), Set.of());
    }

    /** @param language {@link Locale#ROOT} where nobody knows */
    public static Sentences of(Locale language) {
        return new Sentences(language);
    }

    /** The end of the last sentence that ends within so many characters; 0 where none does. */
    public int lastEnd(String text, int within) {
        var boundaries = BreakIterator.getSentenceInstance(language);
        boundaries.setText(text);
        var last = 0;
        for (var end = boundaries.next();
                end != BreakIterator.DONE && trimmed(text, end) <= within;
                end = boundaries.next()) {
            last = isEnd(text.substring(0, end)) ? end : last;
        }
        return Math.min(last, Math.max(0, within));
    }

    /** The text's first sentences, at most so many; without an end it is all one. */
    public String first(int count, String text) {
        return text.length() > LONGEST_LOOKED_AT
                ? firstOf(count, text.substring(0, LONGEST_LOOKED_AT))
                : firstOf(count, text);
    }

    private String firstOf(int count, String text) {
        var boundaries = BreakIterator.getSentenceInstance(language);
        boundaries.setText(text);
        var sentences = 0;
        for (var end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
            sentences += isEnd(text.substring(0, end)) ? 1 : 0;
            if (sentences == count) {
                return text.substring(0, end).stripTrailing();
            }
        }
        return text;
    }

    /** The end of the last word that ends within so many characters, else of the last whole character. */
    public int lastWord(String text, int within) {
        if (within <= 0) {
            return 0;
        }
        var boundaries = BreakIterator.getWordInstance(language);
        boundaries.setText(text);
        var end = boundaries.isBoundary(Math.min(within, text.length())) ? within : boundaries.preceding(within);
        end = outsideOfWord(text, end);
        while (end > 0 && endsInAbbreviation(text.substring(0, end))) {
            end = text.substring(0, end).stripTrailing().lastIndexOf(' ') + 1;
        }
        return end > 0 && isClusterBoundary(text, end) ? end : lastCluster(text, within);
    }

    /** An address is several words to the platform, and one to a reader. */
    private static int outsideOfWord(String text, int end) {
        var inside = end > 0 && end < text.length() && !isBlank(text, end) && !isBlank(text, end - 1);
        var blank = inside ? text.lastIndexOf(' ', end) : -1;
        return blank > end - LONGEST_WORD && blank > 0 ? blank : end;
    }

    private static boolean isBlank(String text, int at) {
        return Character.isWhitespace(text.charAt(at));
    }

    private static int trimmed(String text, int end) {
        return text.substring(0, end).stripTrailing().length();
    }

    private boolean isEnd(String beginning) {
        return beginning.stripTrailing().matches("(?s).*[.!?…。！？؟।။។։\\]\\)\"'’”“»›]$")
                && !endsInAbbreviation(beginning);
    }

    private boolean endsInAbbreviation(String beginning) {
        var tail = beginning.substring(Math.max(0, beginning.length() - 40));
        var found = LAST_WORD.matcher(tail);
        if (!found.find()) {
            return false;
        }
        var word = found.group(1);
        var lower = word.toLowerCase(Locale.ROOT);
        return INITIALS.matcher(word).matches()
                || EVERYWHERE.contains(lower)
                || abbreviations.contains(lower)
                || (ORDINAL_LANGUAGES.contains(language.getLanguage())
                        && ORDINAL.matcher(word).matches())
                || (language.getLanguage().equals("hu") && YEAR.matcher(word).matches());
    }

    private static boolean isClusterBoundary(String text, int at) {
        return at >= text.length() || lastCluster(text, at) == at;
    }

    /** Where the last cluster ends that ends within so many characters (Unicode, annex 29). */
    private static int lastCluster(String text, int within) {
        var clusters = CLUSTER.matcher(text);
        var last = 0;
        while (clusters.find() && clusters.end() <= within) {
            last = clusters.end();
        }
        return last;
    }

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.split(" ", -1)));
    }
}
