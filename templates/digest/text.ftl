<#-- One paragraph a <@wrap>; empty lines in a row become one. -->
<#macro heading title>
${("--- " + title + " ")?right_pad(72, "-")}
</#macro>
<#macro story teaser>
<#if teaser.sponsor??>

[${words.paid(teaser.sponsor)}]
</#if>

<@wrap>${teaser.headline}</@wrap>

<#if teaser.dek??>
<@wrap indent="  ">${teaser.dek}</@wrap>

</#if>
<#list teaser.plainExcerpt as paragraph>
<@wrap indent="  ">${paragraph}</@wrap>

</#list>
<#list teaser.links as link>
  [${link.number}] ${link.url}
</#list>

  ${words.keepReading}:
  ${teaser.url}

<#if teaser.author??>
<@wrap indent="  ">${words.by(teaser.author.name)}<#if teaser.author.bio??>. ${teaser.author.bio}</#if></@wrap>
</#if>

</#macro>
<@wrap>${newsletter.title}, ${edition.date}</@wrap>
<@wrap>${words.stories(edition.stories)}, ${words.minutes(edition.minutes)}</@wrap>

<#if lead??>
<@heading lead.section/>
<@story lead/>
</#if>
<#list sections as section>

<@heading section.title/>
<#list section.teasers as teaser>
<@story teaser/>
</#list>
</#list>
<#if latest?has_content>

<@heading words.latest/>

<#list latest as teaser>
<@wrap>${teaser.headline}</@wrap>
${teaser.url}

</#list>
</#if>
${""?right_pad(72, "-")}

<@wrap>${words.end}</@wrap>

<@wrap><#if newsletter.siteName??>${words.whyAt(newsletter.title, newsletter.siteName)}<#else>${words.why(newsletter.title)}</#if></@wrap>

${words.preferences}:
${recipient.preferencesUrl}

${words.webVersion}:
${recipient.webUrl}

${words.unsubscribe}:
${recipient.unsubscribeUrl}

<@wrap>${newsletter.sender}</@wrap>
<@wrap>${newsletter.postalAddress}</@wrap>
