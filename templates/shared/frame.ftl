<#-- What the text part of every edition begins and ends with. One paragraph a <@wrap>; empty lines in a row become one. -->
<#macro heading title>
${("--- " + title + " ")?right_pad(72, "-")}
</#macro>
<#macro masthead>
<@wrap>${newsletter.title}, ${edition.date}</@wrap>
<@wrap><#nested></@wrap><#nt>
<#if newsletter.siteUrl??>
${newsletter.siteUrl}
</#if>
</#macro>
<#macro paid teaser>
<#if teaser.sponsor??>

[${words.paid(teaser.sponsor)}]
</#if>
</#macro>
<#macro latestStories teasers>

<@heading words.latest/>

<#list teasers as teaser>
<@wrap>${teaser.headline}</@wrap>
${teaser.url}

</#list>
</#macro>
<#macro footer>
${""?right_pad(72, "-")}

<@wrap>${words.end}</@wrap>

<@wrap><#if newsletter.siteName??>${words.whyAt(newsletter.title, newsletter.siteName)}<#else>${words.why(newsletter.title)}</#if></@wrap>
<@mailOnly><@wrap>${words.sentTo(recipient.email)}</@wrap></@mailOnly>

<#if newsletter.subscribeUrl??>
<@wrap>${words.forwarded} ${words.subscribe(newsletter.title)}:</@wrap>
${newsletter.subscribeUrl}

</#if>
${words.preferences}:
${recipient.preferencesUrl}

${words.webVersion}:
${recipient.webUrl}

${words.unsubscribe}:
${recipient.unsubscribeUrl}

<@wrap>${newsletter.sender}</@wrap>
<@wrap>${newsletter.postalAddress}</@wrap>
</#macro>
