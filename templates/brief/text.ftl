<#import "../shared/frame.ftl" as frame>
<#macro story teaser>
<@frame.paid teaser/>

<@wrap>${teaser.headline}</@wrap>
<#if teaser.summary??>
<@wrap indent="  ">${teaser.summary}</@wrap>
</#if>
  ${teaser.url}

</#macro>
<@frame.masthead>${words.stories(edition.stories)}</@frame.masthead>

<#if contents?has_content>
<@wrap>${words.contents}: <#list contents as section>${section.title} ${section.stories}<#sep>, </#sep></#list></@wrap>

</#if>
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
