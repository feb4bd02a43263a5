<#import "../shared/frame.ftl" as frame>
<#macro story teaser>
<@frame.paid teaser/>

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
<@frame.masthead>${words.stories(edition.stories)}, ${words.minutes(edition.minutes)}</@frame.masthead>

<#if lead??>
<@frame.heading lead.section/>
<@story lead/>
</#if>
<#list sections as section>

<@frame.heading section.title/>
<#list section.teasers as teaser>
<@story teaser/>
</#list>
</#list>
<#if latest?has_content><@frame.latestStories latest/></#if>
<@frame.footer/>
