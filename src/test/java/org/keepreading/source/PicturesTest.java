package org.keepreading.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keepreading.teaser.Image;

/** Which picture shows an article. */
class PicturesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<media:content url='/a.jpg' medium='image'/>                                                                   | a",
                "<media:content url='/s.jpg' type='image/jpeg' width='300'/><media:content url='/a.jpg' type='image/jpeg' width='1200'/> | a",
                "<media:group><media:content url='/s.jpg' width='300'/><media:content url='/a.jpg' width='1200'/></media:group> | a",
                "<media:thumbnail url='/a.jpg'/>                                                                                | a",
                "<media:thumbnail url='/t.jpg'/><media:content url='/a.jpg' medium='image'/>                                    | a",
                "<media:thumbnail url='/t.jpg' width='150'/><media:content url='/a.jpg' medium='image'/>                        | a",
                "<media:content url='/v.mp4' medium='video'><media:thumbnail url='/a.jpg'/></media:content>                     | a",
                "<media:content url='/v.mp4'/><enclosure url='/a.jpg' type='image/jpeg' length='1'/>                            | a",
                "<enclosure url='/a.jpg' type='' length='1'/>                                                                   | a",
                "<enclosure url='/p.mp3' type='audio/mpeg'/><itunes:image href='/a.jpg'/>                                       | a",
                "<itunes:image url='/a.jpg'/>                                                                                   | a",
                "<link>/f</link><itunes:link rel='image' href='/a.jpg'/>                                                        | a",
                "<image><url>/a.jpg</url></image>                                                                               | a",
                "<description><![CDATA[<p>Text <img src='/a.jpg'> and <img src='/b.jpg'></p>]]></description>                   | a",
                "<description><![CDATA[<img src='/p.gif' width='1' height='1'><img src='/a.jpg' width='640'>]]></description>   | a",
                "<description><![CDATA[<img src='https://feeds.feedburner.com/~ff/x'><img src='/a.jpg'>]]></description>        | a",
                "<description><![CDATA[<img src='data:image/gif;base64,R0' data-src='/a.jpg'>]]></description>                  | a",
                "<description><![CDATA[<img src='/s.jpg' srcset='/s.jpg 320w, /a.jpg 1280w, /m.jpg 640w'>]]></description>      | a",
                "<description><![CDATA[<img class='wp-smiley' src='/s.png'><img src='/a.jpg'>]]></description>                  | a",
                "<media:content url='/p.gif' medium='image' width='1' height='1'/><media:thumbnail url='/a.jpg'/>               | a",
                "<media:content url='/a.jpg' medium='image'/><description><![CDATA[<img src='/b.jpg'>]]></description>          | a",
                "<description><![CDATA[<img srcset='/s.jpg 320w,/a.jpg 1280w' src='/t.jpg'>]]></description>                   | a",
                "<description><![CDATA[<img data-srcset='/s.jpg 320w, /a.jpg 1280w' src='/grey.gif'>]]></description>          | a",
                "<description><![CDATA[<img data-srcset='/a.jpg' srcset='data:image/png;base64,iV 1w' src='/grey.gif'>]]></description> | a",
                "<description><![CDATA[<img data-lazy-src='/a.jpg' src='data:image/gif;base64,R0'>]]></description>            | a",
                "<description><![CDATA[<img data-original='/a.jpg' src='/grey.gif'>]]></description>                           | a",
                "<description><![CDATA[<p><amp-img src='/a.jpg' width='600' height='400'></amp-img></p>]]></description>              | a",
                "<description><![CDATA[<noscript><img src='/a.jpg'></noscript>]]></description>                                | a",
                "<media:content url='https://0.gravatar.com/avatar/1?s=96' medium='image'/><media:content url='/a.jpg' medium='image'/> | a",
                "<media:thumbnail url='https://harbour.example/avatars/ana.png' width='900'/><enclosure url='/a.jpg' type='image/jpeg'/> | a",
                "<description><![CDATA[<img class='avatar photo' src='/ana.png'><img src='/a.jpg'>]]></description>             | a",
                "<description><![CDATA[<img src='https://pixel.wp.com/b.gif?v=1'><img src='/a.jpg'>]]></description>           | a",
                "<content:encoded><![CDATA[<p><img src='/a.jpg'></p>]]></content:encoded><description>Two gulls.</description> | a",
                "<description><![CDATA[<img data-lazyload='/a.jpg' src='data:image/gif;base64,R0'>]]></description>            | a",
                "<description><![CDATA[<img data-echo='https://harbour.example/a.jpg' src='/grey.gif'>]]></description>          | a",
                "<description><![CDATA[<img data-page='/page' data-hi-res-src='/a.jpg' src='/grey.gif'>]]></description>  | a",
                "<description><![CDATA[<picture><source data-srcset='/s.jpg 300w, /a.jpg 1200w'><img src='data:,'></picture>]]></description> | a",
                "<description><![CDATA[<picture><source srcset='/a.jpg 1x, /b.jpg 2x'></picture>]]></description>               | a",
                "<description><![CDATA[<video poster='/a.jpg' src='/v.mp4'></video>]]></description>                            | a",
                "<description><![CDATA[<video poster='/v.jpg'></video><img src='/a.jpg'>]]></description>                       | a",
                "<description><![CDATA[<img src='/open.gif' style='width: 1px; height:1px'><img src='/a.jpg'>]]></description>  | a",
                "<description><![CDATA[<img src='/fb.png' width='16' height='16'><img src='/a.jpg' style='max-width:8px'>]]></description> | a",
                "<description><![CDATA[<div class='post author-bio'><img src='/ana.jpg'></div><img src='/a.jpg'>]]></description> | a",
                "<description><![CDATA[<div class='post author-ana'><img src='/a.jpg'></div>]]></description>                   | a",
                "<description><![CDATA[<img src='https://lh3.googleusercontent.com/a-/Ana=s96-c'><img src='/a.jpg'>]]></description> | a",
                "<description><![CDATA[<img src='https://i0.wp.com/secure.gravatar.com/avatar/1'><img src='/a.jpg'>]]></description> | a",
            })
    void areTheWidestThatAnEntryNamesOrTheFirstInItsContent(String elements, String name) {
        assertThat(ReadFeed.ofItem(elements).only().image())
                .isNotNull()
                .extracting(Image::url)
                .isEqualTo("https://harbour.example/" + name + ".jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<description>No picture</description>",
                "<description><![CDATA[<img src='/p.gif' width='1' height='1'>]]></description>",
                "<description><![CDATA[<img src='javascript:alert(1)'>]]></description>",
                "<media:content url='/v.mp4' type='video/mp4'/>",
                "<enclosure url='/p.mp3' type='audio/mpeg' length='1'/>",
            })
    void areMissingRatherThanWrong(String elements) {
        assertThat(ReadFeed.ofItem(elements).only().image()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo-1021x1536.jpg",
                "share-prices-fall.jpg",
                "power-sharing.png",
                "pixel.jpg",
                "crab.gif",
                "aerospacer.jpg",
                "doubleclick-office.jpg",
                "emoji/poster.jpg",
                "tracking/whales.jpg",
                "spacerace.gif",
            })
    void areNotJudgedByLettersInTheirNames(String name) {
        var image = ReadFeed.ofItem("<description><![CDATA[<img src='/2026/" + name + "'>]]></description>")
                .only()
                .image();

        assertThat(image).isNotNull().extracting(Image::url).isEqualTo("https://harbour.example/2026/" + name);
    }

    @Test
    void bringTheirWordsAndSize() {
        var image = ReadFeed.ofItem("""
                        <media:content url="/a.jpg" medium="image" width="1200" height="800">
                          <media:title>A ferry</media:title>
                          <media:description type="html">The ferry &lt;b&gt;tonight&lt;/b&gt;</media:description>
                          <media:credit role="photographer">Ana Reis</media:credit>
                        </media:content>""").only().image();

        assertThat(image)
                .isEqualTo(new Image(
                        "https://harbour.example/a.jpg", "A ferry", "The ferry tonight", "Ana Reis", 1200, 800));
    }

    @Test
    void shareTheWordsOfTheirGroup() {
        var image = ReadFeed.ofItem("""
                        <media:group><media:content url="/a.jpg" medium="image"/>
                          <media:title>A ferry</media:title><media:credit>Ana Reis</media:credit></media:group>""").only().image();

        assertThat(image)
                .isEqualTo(new Image("https://harbour.example/a.jpg", "A ferry", null, "Ana Reis", null, null));
    }

    @Test
    void takeTheirWordsFromTheContentThatShowsThemToo() {
        var image = ReadFeed.ofItem("""
                        <media:content url="https://harbour.example/a.jpg" medium="image"/>
                        <description><![CDATA[<figure><img src="https://harbour.example/a.jpg" alt="A ferry">
                          <figcaption>At the pier</figcaption></figure><p>Text</p>]]></description>""").only().image();

        assertThat(image)
                .isEqualTo(new Image("https://harbour.example/a.jpg", "A ferry", "At the pier", null, null, null));
    }
}
