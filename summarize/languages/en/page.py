"""What a web page puts around and into an article: its machinery, and what it wants of the reader."""

from __future__ import annotations

from summarize.languages.patterns import Pattern, pattern

PAGE: tuple[Pattern, ...] = (
    # Marks of advertising and of the page's machinery: the line says nothing else.
    pattern(
        "advertisement",
        r"(?:advertisements?|advertising|sponsored(?: content)?|promoted|paid (?:content|post))(?:$|[.:]|"
        r" (?:continue|scroll|story|article|skip|report|remove|by)\b)",
        words=14,
    ),
    pattern(
        "continue reading",
        r"(?:.{0,40}\b)?(?:(?:continue|keep) reading|(?:story|article|text) continues)\b(?: (?:the|below|after|this|"
        r"here)\b.*)?\W*$",
        words=12,
        needs=("reading", "continues"),
    ),
    pattern(
        "gallery",
        r"(?:hide|show|toggle|view|enlarge|expand)(?: this)? (?:caption|image|photos?|gallery|slideshow)\b|"
        r".{0,30}\bhide caption\b|\d+ (?:of|/) \d+$|buy photo|scroll (?:down|left|right|to|for)\b|swipe\b|slide \d+|"
        r"gallery\b.{0,20}\d|view (?:more|all|full|comments|the|gallery|slideshow|pictures|photos)\b",
        words=16,
        credit=True,
    ),
    pattern(
        "click",
        r"(?:click|tap) (?:here|on|to|the|for|through|below|above)\b|(?:load|show|see|view) (?:more|all|less|"
        r"comments)(?: \w+)?$|(?:see|view) all .{0,60}$|to (?:hear|see|view|read|watch|listen)[^,]{0,40}, (?:click|"
        r"tap|visit|go)",
        words=25,
    ),
    pattern(
        "machinery",
        r"(?:loading|please wait|save my name|enter (?:your|search|a valid|the)\b|check your (?:e-?mail|inbox)|"
        r"no spam\b|we(?:'|’)ve sent|we(?:'|’)ll (?:send|e-?mail)|your (?:account|password|e-?mail|subscription|"
        r"message|comment|registration|browser)\b|sorry, |an? (?:unknown |unexpected )?error (?:has )?occurred|"
        r"(?:please )?try again\b|invalid (?:e-?mail|password|address)|(?:please|you must|you need to|"
        r"you may need to) (?:verify|re-?enter|enter|select|enable|log|sign|provide|confirm|turn on|upgrade|"
        r"update your|note that comments|be logged|check your|have your|keep it|credit|use the|wait|refresh|"
        r"read our|choose|fill|complete)\b|your browser|(?:javascript|cookies) (?:is|are|must)\b|this video (?:is|"
        r"has|can|cannot|could)\b)",
        words=30,
    ),
    pattern(
        "cookies",
        r"(?:this|our) (?:web)?site uses (?:cookies|akismet)|these cookies\b|"
        r"we (?:and our partners )?use cookies|.{0,50}\b(?:cookie (?:policy|settings|preferences|notice)|"
        r"accept (?:all )?cookies)\b|by (?:clicking|signing|subscribing|continuing|submitting|using|entering|"
        r"registering|providing)\b.{0,90}\b(?:you|agree|accept|consent)\b",
        words=45,
        needs=("cookies", "cookie", "akismet", "by "),
    ),
    pattern(
        "terms",
        r"(?:(?:please )?(?:see|read|review|visit|view) )?(?:our|the)?\s*(?:website )?(?:privacy (?:policy|notice)|"
        r"terms (?:of (?:use|service)|and conditions|& conditions))\b",
        words=14,
    ),
    pattern(
        "terms",
        r"(?:visit|read|see) (?:our|the) .{0,40}\b(?:terms of use|privacy policy|permissions|community guidelines|"
        r"standards)\b",
        words=25,
    ),
    # What is found instead of an article: the notes of a web archive, of a social network, of a reprints service.
    pattern(
        "archive notice",
        r"these (?:crawls|web captures) are\b.{0,60}\b(?:archive|available)\b|(?:starting in \d{4}, )?"
        r"alexa internet has been donating\b|flowing in every day, these data\b|this is a (?:set|collection) of web "
        r"(?:collections|captures|crawls)\b|they include web captures of the .{0,60}\bwebsite\b|"
        r"crawls of .{0,60}\bsites\W*$|"
        r"that way, as the pages\b.{0,120}\blink\b|then the internet archive hopes\b|"
        r"the goal is to fix all broken links\b|"
        r"the seeds? (?:for|of) (?:this|these) crawls?\b|focused crawls are collections\b",
        words=70,
        despite_speech=True,
    ),
    pattern(
        "platform notice",
        r"(?:when you )?tweet with a location\b|you (?:can|always have the option to) (?:add|switch|delete) "
        r"(?:your tweet )?location\b|(?:dow jones reprints: )?this copy is for your personal\b|"
        r"to order presentation-ready copies for\b|"
        r"(?:note: )?we only request your e-?mail\b|we do not capture any e-?mail\b|[×✕] ?close\b",
        words=45,
    ),
    # Forms: they speak to the reader, in the imperative.
    pattern(
        "release note",
        r"(?:(?:strictly |under )?embargo(?:ed)?(?:\s*[:–—]| (?:until|till|for)\b)|(?:strictly )?(?:hold )?(?:not )?"
        r"for (?:immediate |general )?(?:release|publication|broadcast)(?:\W*$|\s*[:–—]| (?:until|till|before)\b|"
        r" (?:on|at) \d))",
        words=16,
        despite_speech=True,
    ),
    pattern(
        "prize draw", r"(?:enter (?:now )?to |your chance to )?win (?:an?|one of|two|tickets)\b.{0,60}[.!]?$", words=14
    ),
    pattern(
        "sign up",
        r"(?:newsletters? )?(?:please )?(?:sign[- ]?up|signup|subscribe|register|log ?in|"
        r"sign in)\b(?!.{0,80}\b(?:said|told)\b)",
        words=40,
    ),
    pattern(
        "subscription",
        r"(?:\w+ ){0,3}(?:delivery|access|subscriptions?|plans?|memberships?|edition)(?: \w+){0,3} (?:from|for) "
        r"(?:just |only )?[$£€]\d[\d.,]* (?:a|per) (?:day|week|month|year)\b.{0,30}$|"
        r"(?:you agree to|thank you for (?:subscribing|signing|registering|reading|your (?:subscription|interest|"
        r"support))|thanks for (?:subscribing|signing|reading)|you(?:'|’)?(?:ll| will| have| are|ve)(?: now|"
        r" already| successfully)? (?:receive|subscribed|signed|been (?:signed|subscribed|added)|reached your|"
        r"\d+ free)|you can (?:unsubscribe|opt out|cancel)|already (?:a |have |registered|subscribed)|not (?:a |"
        r"yet a )?(?:subscriber|member|registered)|new to |get (?:the )?(?:latest|breaking|daily|top|"
        r"our) .{0,80}\b(?:news|stories|updates|headlines)\b|(?:get|receive|enjoy|try|start|buy|take|give|"
        r"save) .{0,60}\b(?:newsletter|in(?:to)? your inbox|e-?mail (?:updates|alerts)|(?:breaking|news|push|"
        r"mobile) (?:news )?alerts|subscription|digital access|unlimited|issues? for|a free trial|free for|"
        r"first \w+ (?:weeks|months))\b|you must (?:select|sign|be (?:logged|signed|a (?:member|subscriber)|\d+|"
        r"registered)|have (?:an? )?(?:account|subscription|javascript)))",
        words=40,
    ),
    pattern(
        "subscribers",
        r"(?:subscribers?|members)(?: to [^,.]{3,40})? (?:can|get|receive|may|enjoy|only)\b|"
        r"(?:[\w’']+ ){1,4}(?:subscribers can (?:read|listen)|(?:subscribers|members) can (?:download|access))\b|"
        r"unlimited (?:digital )?access\b|this (?:article|content|story) is (?:only |available |free |exclusive |"
        r"for |reserved )|want (?:to (?:read|get|receive)|more)\b",
        words=30,
    ),
    pattern(
        "newsletter",
        r"(?:(?:our|the|my) )?(?:[\w’' ]{0,30})?(?:newsletters?|podcast|e-?paper|e-?edition|bulletin)\b ?(?::|sign|"
        r"subscribe|-|–|\||$)|.{0,80}\b(?:delivered|sent|straight|direct(?:ly)?) (?:straight |"
        r"directly )?to your (?:inbox|email|e-mail|phone|door)\b|.{0,60}\bin your inbox\b|(?:join|"
        r"like) .{0,50}\b(?:newsletter|mailing list|readers|subscribers|community|conversation|discussion|whatsapp|"
        r"telegram channel|facebook (?:group|page))\b",
        words=30,
    ),
    pattern(
        "share",
        r"(?:read or )?share (?:this|on|via|your|the|with|it|to|facebook|article|story)\b|(?:tweet|pin|email|e-mail|"
        r"print|save|bookmark|comment on|recommend|forward|copy|send) (?:this|link|it to|to a friend|article|story|"
        r"page|us)\b|like (?:us|this|the blog|the post|what you)\b|(?:liked|enjoyed?|love) (?:this|the post|"
        r"the blog)\b|(?:if you (?:like|liked|enjoy|enjoyed|love)\b.{0,80}\b(?:us|share|subscribe|follow|newsletter|"
        r"coffee|sign up|page|me)\b)",
        words=30,
    ),
    pattern(
        "follow",
        r"(?:you can )?(?:also )?(?:please )?follow (?:@|us\b|me\b|him\b|her\b|them\b|the author|[^.]{2,70}\b(?:on|"
        r"at|via) (?:twitter|facebook|instagram|linkedin|social|x\b|youtube|tiktok|telegram|whatsapp|mastodon|"
        r"threads|bluesky|google)|[^.]{2,60}(?:for (?:more|the latest|updates|alerts|live|news|all)|coverage|"
        r"live (?:page|blog)|topics))",
        words=35,
    ),
    pattern(
        "follow",
        r"(?:for more|for the latest|for all the|for daily|for live|for breaking|to keep up|"
        r"to stay up)\b.{0,90}\b(?:follow|visit|go to|click|sign|subscribe|check|download|head|watch|listen|see|"
        r"join|email|call)\b|find (?:us|me|him|her|more|out more|the latest|all)\b.{0,50}\b(?:on|at|here|online)\b|"
        r"(?:twitter|facebook|instagram|e-?mail|tel|telephone|phone|fax|web(?:site)?|blog|linkedin)\s*[:@]|"
        r".{0,60}@\w+ on (?:twitter|x|instagram)\b|(?:stay|keep) (?:tuned|up to date|informed|connected|in touch)\b|"
        r"connect with\b|(?:catch|see|check out) .{0,40}\b(?:full coverage|our (?:live|full|latest))",
        words=35,
    ),
    pattern(
        "app",
        r"(?:download|get|install|try) (?:the|our|us on|it on|today|now)?\b.{0,60}\bapps?\b|.{0,80}\b(?:in|on|with|"
        r"via|through) (?:the|our) [\w ]{2,30} app\.?!?$|(?:also )?available (?:on|in|for) (?:the )?(?:app store|"
        r"google play|ios|android|itunes)",
        words=25,
        needs=("app", "available"),
    ),
    pattern(
        "listen",
        r"(?:listen|watch|tune in|stream|hear)(?: (?:live|again|back|now|here|in|to))\b(?!.{0,60}\b(?:said|"
        r"told)\b).{0,90}$",
        words=22,
    ),
    pattern(
        "support",
        r"(?:if you can, (?=please ))?(?:please )?(?:support|donate|contribute|become|help us)\b.{0,60}\b"
        r"(?:journalism|today|now|us\b|member|"
        r"reporting|patreon|newsroom|supporter|work)\b|.{0,40}\bmakes? our journalism\b|.{0,40}\byou make our\b|"
        r".{0,60}\bbuy (?:me|us) a (?:coffee|pint|beer)\b|listener support\b",
        words=30,
        needs=("support", "donat", "contribut", "become", "help", "journalism", "you make", "buy "),
    ),
    pattern(
        "call for news",
        r"(?:were you|are you a|do you (?:know|have|want)|did you (?:see|witness|know)|have you (?:been|got|seen)|"
        r"have (?:a|any) |got (?:a|any|photos?|pictures|news|something)|know (?:a|an|of|something|more)\b|send us|"
        r"tell us|text (?:us|your|[A-Z]{3,})|ring (?:us|our|the)|stuck\?|lost a|paper late|not a |sick of |"
        r"your (?:story|pictures|photos|say|views)|if you(?:'ve|’ve| have| are| were)? (?:any |been |got |a |know|"
        r"see|saw|affected|want|would like|need)).{0,120}(?:\?|!|\b(?:us|news\s?desk|news\s?room|e-?mail|call|ring|"
        r"text|contact|tips?|photos?|@|write to|available|visit)\b)",
        words=45,
    ),
    pattern(
        "contact",
        r"(?:please )?(?:call|ring|contact|e-?mail|text|write to|message|tweet|reach|phone|"
        r"drop)\b.{0,40}\b(?:our (?!country)|news\s?desk|news\s?room|newsdesk|us\b|editor|@|press office|"
        r"media (?:office|desk|team|relations)|reporter|hotline|on \d|at \d|at [\w.]+@|the author|circulation|"
        r"[\w.]+\.(?:com|org|net|example|co))",
        words=35,
    ),
    pattern(
        "contact",
        r"(?:(?:media|press|investor|news|general)(?: \w+)?|for (?:media|press|other|any|general|further|more|"
        r"additional|interviews?|enquiries|inquiries|information|details|help|support|"
        r"all))\b.{0,60}(?:\b(?:contacts?|enquir\w+|inquir\w+|please|visit|call|e-?mail|write|telephone|tel)\b|"
        r":).{0,200}$",
        words=50,
    ),
    pattern(
        "letters",
        r"letters (?:to the editor|on |should|of |,)|have your say|what do you think|comments? (?:are|is|have|"
        r"on this|policy|below|section|closed)\b|(?:join|leave|add|post|read|view|see|write|make) (?:a |the |your |"
        r"\d+ )?comments?\b|to (?:comment|join the (?:debate|conversation|discussion))|\d[\d,]* (?:comments?|"
        r"shares?|likes?|views?|replies|retweets|reactions)\b.{0,20}$|(?:be the first|let us know)\b|posted in\b|"
        r"filed under|tagged\b|tags?:|topics?:|categor(?:y|ies)\s?:|.{0,60}welcomes? letters\b|(?:vote now|"
        r"flash poll|poll):",
        words=35,
    ),
    pattern(
        "read more",
        r"read (?:more|the (?:full|original|rest)|our|all)\b.{0,80}$|"
        r"see the (?:full|complete|original) (?:story|article|report|list|post|interview|results)\b.{0,60}$|"
        r"[\W_]*+more (?:at|on) [\w.-]+\.(?:com|org|net)\W*$|"
        r"(?:article|story) excerpt\W*$|.{0,60}\bclick here\W*$|permalink\b|"
        r"slideshow\b|add .{1,40} as an interest\b|you can (?:always )?(?:switch|change|turn|edit|delete|manage)\b|"
        r".{0,30}\bterms of (?:service|use)\W*$",
        words=14,
    ),
    pattern("machinery", r".{0,160}\byour browser does not support\b", words=40, needs=("browser",)),
)
