"""Words that send the customer elsewhere: to a site, a document, a telephone, another party."""

from __future__ import annotations

from replylint.language.wordings import Wordings

_GROUPS = {
    "site": "website|websites|web site|web sites|webpage|web page|homepage|home page|(the|our|your|their|a|any) (*)? site"
    "|faq|faqs|(common|frequent|frequently) asked? questions|(delivery|returns|shop|info|information|our) page"
    "|(the|our|your|their) (*)? pages|(help|support|info|information) pages|help (centre|center|page|section|desk|area)"
    "|support (area|page|site|section|centre|center|hub)|helpdesk|portal|terms|t&c|t&cs|tc|tcs|(policy|privacy) (policy|page|booklet|document)|small print|(your|the|our) contract"
    "|brochure|newsletter|handbook|manual|pamphlet|glossary|statement of terms|order sheet|pinned (thread|post)|noticeboard"
    "|(insta|instagram|facebook|socials)|eula|welcome (pack|folder)|consent pack|leaflet|booklet|white paper|spec sheet|price list|timetable|directories"
    "|knowledge base|wiki|search engine|own page|(parent|mobile|our|the) app|register"
    "|internet !(connection|setting|settings|speed|option|options|security|explorer|provider|service|access)",
    "there": "<site>|(the|our|your) ... <site>",
    "party": "team|customer (service|services|care|support)|service|support|sales|line|hotline|helpline|desk|reception"
    "|shop|shops|store|stores|branch|branches|office|department|contact centre|call centre|staff|colleagues|experts"
    "|advisor|advisors|adviser|advisers|engineer|repair (shop|centre|center)|manufacturer|maker|courier|carrier|seller"
    "|bank|provider|insurer|vendor|retailer|supplier|council|landlord|authorities|embassy|platform|publisher",
    "our": "the|our|your|their|a|an|any|any of our",
    "turn": "glance at|(flick|leaf|thumb|browse) through|(begin|start) with|(another|proper|good|quick) (look|read) (at|of|in)|dip into|see|visit|check|check out|refer to|(have|take) a (look|read)|look (at|on|through|in)|go to|head over? to"
    "|browse|read|reading|consult|google|search|explore|follow|use",
    "call": "call|calling|phone|phoning|ring|ringing|email|emailing|e-mail|e-mailing|contact|contacting"
    "|get in touch with|reach out to|(speak|speaking) (to|with)|talk to|ask|check with|write to|tweet|approach"
    "|take (it|this|that) up with|taken up with|pop (in to|into|to)|drop (in to|into|to)|go through|take it? to",
    "about": "for|with|on|regarding|as to|as for",
    "all": "everything|anything|all|lots|plenty|more|loads",
}

POINTER = Wordings(
    # have a look at our site
    "^ <turn> ... <site>",
    "^^ (please|just)? try (the|our|your)? (*)? <site>",
    "(kindly|just|can|could|may|should|to|recommend|suggest) <turn> ... <site>",
    "(have|take) a (browse|look|peek) (round|around|of|at|on|over) <there>",
    "(visit|click|tap|see) us here",
    "(google|search) (it|that|for it)",
    "search the web",
    "^^ please? (use|try) the search",
    "^^ please? read your * $",
    # it is all on our site
    "(is|are|be) all? (found|explained|listed|available|covered|set out|described|stated|handled|shown|dealt with|on|in|at"
    "|searched) ... ... <site>",
    "(handled|dealt with|answered) ... by (the|our) ... <party>",
    "(find|got|has|have) out? (<all>|them|it|that|this|a) ... ... <site>",
    "(you'll|you can|you will|you could) (find|see|get) ... ... (on|at|in|from|under) <there>",
    "^^ (as i said|like i said|again|well)? it's all (on|in|at) <there>",
    "<site> ... (has|have) <all>",
    "<site> (is|are) (a|the) (great|good|best|right) place",
    "(internet|web|google|search engine|search engines) (will|can) (tell|show|give|explain)",
    "(as per|as stated in|as set out in|in line with|in accordance with|according to) (our|the)"
    " ... (terms|policy|policies|conditions|rules|guidelines|t&c|t&cs|contract|agreement) !(*)",
    # call our team
    "^^ <call> <our> ... <party>",
    "(please|kindly|just|simply|best|best to|are best|would be to) <call> <our> ... <party>",
    "you (need|will need|have|can|could|may|should|might want) to? <call> <our> ... <party>",
    "you'll (need|have) to <call> <our> ... <party>",
    "(suggest|recommend|advise) that? you? <call> <our> ... <party>",
    "^^ please? (call|phone|ring|email|e-mail|contact|visit|tweet) us !(a|your|the|with)",
    "give (the|our|your) ... <party> a (ring|call|shout|bell)",
    "give us a (ring|call|bell)",
    # for all such questions there is another place
    "^^ <about> (all|any|every|anything|everything) ... ... ... (please|there's|ring|visit|contact)",
    "(any|all) ... ... please (ring|call|contact|visit|see|ask)",
    "^^ (everything|anything|all) (about|on|to do with|of the) ... ... ... (is|are)",
    "^^ (*)? questions (about|on|go|are) ... ... ... (go through|taken up|handled|directed|answered (by|on|in))",
    "^^ * ... (queries|questions|problems|complaints|matters|enquiries|requests) (go|are|should|must|have to)"
    " ... (through|to|by|with|directed|sent)",
    "^^ (but|and)? <about> ... ... ... (please|kindly|best to|you'll have to|do) (have a (look|browse|read)|consult|visit|see"
    "|contact|ring|call|phone|speak|ask|check|use|follow|refer|go|read|write)",
    "^^ <about> ... ... ... (there's|there is|there are|we've got) ... ... (section|page|questions|help|knowledge|article|video"
    "|terms)",
    # what is it to you
    "(that's|that is|those are|this is|that would be|this would be) (a)? (question|questions|matter|one|thing) for (the|your|our|them|him|her|whoever)",
    "(questions|queries|matters|paperwork|complaints) (are|is) for the ... <party>",
    "(you'd|you'll|you would|you will) have to (go to|turn to|ask|ring|call|try) (them|him|her|the|your)",
    "(best|better) (to)? (ask|try|ring|call) (them|the|your) ... $",
    "(i'd|i would|we'd) (give|try|ask|ring|call) (them|him|her) (a (ring|call))? $",
    "(address yourself|turn|write|apply) to them",
    "(is|are) (up to|for) (whoever|whichever|the) ... (on|at) (the|your) (door|desk|gate|day)",
    "anyone wanting to know more",
    "^^ (please|just)? (check|see|try|visit|follow) (out)? (this|these|the|that) (link|links)",
    "(these|the|this) (web|google|internet)? search (result|results)",
    "(one|some|any) of (these|the) (links|results|articles|pages) (helps|help)",
    "(another|proper|good|quick) (look|read) (at|of|in) ... <site>",
    "(all|everything) (that's|that is|is) (on|in|at) <there>",
    "^^ why (do you ask|are you asking|would you ask|would you want)",
    "^^ what makes you (ask|think)",
    "^^ (who told you|does it matter)",
    **_GROUPS,
)
"""A sentence that sends the customer elsewhere."""

CONTACTS = Wordings("<call> <our> ... <party>", "^^ please? take it? to (a|an) (*)? <party>", **_GROUPS)
"""Advice to turn to somebody else."""

SUPPLEMENT = Wordings(
    "(more|further|full|additional|extra) (info|information|details|help|assistance|tips|reading|questions)"
)
"""What is found elsewhere is only more than we say."""
