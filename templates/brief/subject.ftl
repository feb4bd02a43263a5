<#if lead??>${lead.headline}<#else>${newsletter.title}, ${edition.date}</#if>
