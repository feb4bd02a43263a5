<#macro rule letter><#list 1..72 as column>${letter}</#list></#macro>
<#macro story teaser>
<#if teaser.sponsor??><@wrap>[${words.paid(teaser.sponsor)}]</@wrap></#if>
<@wrap>${teaser.headline}</@wrap>
<#if teaser.dek??><@wrap>${teaser.dek}</@wrap></#if>
<#list teaser.plainExcerpt as paragraph>

<@wrap indent="  ">${paragraph}</@wrap>
</#list>
<#list teaser.links as link>

  [${link.number}] ${link.url}
</#list>

${words.keepReading}:
${teaser.url}
<#if teaser.author??>

<@wrap>${words.by(teaser.author.name)}<#if teaser.author.bio??>. ${teaser.author.bio}</#if></@wrap>
</#if>
</#macro>
${newsletter.title} - ${edition.date}
${words.stories(edition.stories)}, ${words.minutes(edition.minutes)}

<#if lead??>
<@rule "="/>
${lead.section}

<@story lead/>

</#if>
<#list sections as section>
<@rule "="/>
${section.title}

<#list section.teasers as teaser>
<@story teaser/>

<#sep>
<@rule "-"/>

</#sep>
</#list>
</#list>
<#if latest?has_content>
<@rule "="/>
${words.latest}

<#list latest as teaser>
<@wrap>${teaser.headline}</@wrap>
${teaser.url}

</#list>
</#if>
<@rule "="/>
<@wrap>${words.end}</@wrap>

<@wrap>${words.why(newsletter.title)}</@wrap>

${words.preferences}:
${recipient.preferencesUrl}

${words.webVersion}:
${recipient.webUrl}

${words.unsubscribe}:
${recipient.unsubscribeUrl}

<@wrap>${newsletter.sender}, ${newsletter.postalAddress}</@wrap>
