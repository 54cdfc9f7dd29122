"""The words by which a sentence of a reply thanks, holds, asks back, refuses, advertises, or says yes."""

from __future__ import annotations

from replylint.language.wordings import Wordings

OPENERS = Wordings("(and|but|so|also|please|do|again|once again|hi|hello|hey|oh|ah|well|then|as always)")
"""What may stand before a courtesy."""

COURTESY = Wordings(
    # thanks; but "thank you, it is ready" says something
    "^^ (many|much|kind|big|huge|sincere)? (thanks|thank|thank you|thankyou|thx|ta|cheers) !(... ... ... (is|are|was|will|has"
    "|have been|can|were) (now|been|on|in|out|due|ready|fixed|sorted|done|booked))",
    "^^ (of|for) all? your (order|message|patience|understanding|feedback|interest)",
    # how we feel
    "^^ <were> <so>? (appreciate|appreciated|value|grateful|thankful|delighted|thrilled|pleased|glad|happy|love|loved|welcome)",
    "^^ <were> <so>? (hope|wish|hear you|care about|look forward|looking forward|can't wait|cannot wait|can not wait)",
    "^^ <were> <so>? (apologise|apologize|sorry|can imagine|understand (how|your|the|that this)|know (how|that this is|this is))",
    "^^ (sorry|apologies|noted|understood|received|acknowledged)",
    "^^ (my|our|our deepest|our sincere|our sincerest|sincere) apologies",
    "^^ (accept our|bear with us)",
    # what we strive for
    "^^ <were> <so>? (here to help|here for you|busy|committed|pride|work hard|working (hard|to (improve|make)))",
    "^^ <were> <so>? (strive|aim|try (our|to)|always try|do our best|take (all|every|your|this|these)? (feedback|comments"
    "|concerns|complaints|suggestions|matters|remarks|pride|such things|* (very|extremely)? seriously))",
    "^^ <were> (can|will|would|can definitely|can certainly|will gladly|will happily|would love to)? (help|assist|provide some)",
    "^^ <were> want to (help|make|ensure)",
    # the offer at the end
    "^^ let (me|us) know (if|should)",
    "^^ (feel free|do not hesitate|don't hesitate|(just)? (shout|holler)|just (ask|let us know)|(just)? give us a (shout|nudge))",
    "^^ any (other|more|further)? questions",
    "^^ if <you> ... ... (need|have) ... $",
    "^^ if <you> ... ... (any|anything|question|questions|help) ... ... $",
    "^^ if <you> ... ... (need|have|any|anything|question|questions|help) ... ... (let us|let me|feel free|just|give us|we're"
    "|don't|do not|please|shout|drop|get in touch|reach|contact)",
    # good wishes
    "^^ (have (a|an|fun)|happy *|enjoy|hope|wish|wishing|all the best|good luck|best of luck|welcome|congrats|congratulations)",
    "^^ (take care|stay (safe|tuned|well)|keep (us posted|in touch|enjoying)|come (back|again|see us)|see you|speak soon"
    "|talk soon|look forward|looking forward)",
    "^^ (best|kind|kindest|warm|warmest) (wishes|regards)",
    "^^ (no (problem|worries|trouble)|not a problem|you're very? welcome|you are very? welcome)",
    "^^ (hi|hello|hey|howdy|greetings|good (morning|afternoon|evening|day)) (* *|*)? $",
    # what the customer's matter is to us
    "^^ (your|the) (*)? <matter> (is|are|mean|means|has been|have been) (very|so|always|really|highly)? (in good hands|important"
    "|appreciated|valued|welcome|noted|received|a lot|world|the world|our top? priority|passed|well received)",
    "^^ (great|good|fantastic|lovely|wonderful|excellent|amazing|awesome|perfect|nice|beautiful|fair) (question|questions|choice"
    "|news|stuff|point|points|catch|taste|one|job|work|day|days|weekend|evening|week|to)",
    "^^ (what a|how) (lovely|nice|exciting|wonderful|great|sweet|kind|frustrating|annoying|disappointing)",
    "^^ (that|this|it) (must be|sounds|sound|doesn't sound|isn't|is not|is) <judged> ... ... ... $",
    "^^ (that's|it's) <judged> ... ... ... $",
    you="you|there's|there is|there are",
    were="we|i|we're|i'm|we are|i am|we'd|i'd|we'd be|i'd be|we would be|i would be",
    so="<much> <much>?",
    much="really|so|very|truly|most|always|also|do|was|were|would be|more than|certainly|sincerely|extremely",
    matter="order|feedback|satisfaction|message|patience|understanding|comment|comments|business|opinion|enquiry|inquiry"
    "|support|experience|request|query|question",
    judged="like? (really|very|so|not)? (great|good|lovely|wonderful|frustrating|annoying|disappointing|no good|right|ideal"
    "|awful|never (good|nice|fun)|the experience|what we (like|want))",
)
"""How a part of a sentence begins that only is polite: thanks, wishes, apologies, closing offers, praise of the question."""

BOILERPLATE = Wordings(
    "(we|we're|we are) (always|constantly|continually|continuously) (working|striving|trying|looking|aiming)",
    "we aim to (process|respond|reply|answer|deal|provide|give|be)",
    "(pride|prides) (ourselves|itself)",
    "(award-winning|award winning|world-class|world class|state of the art)",
    "many (of our)? (customers|learners|guests|people|clients|users) (love|tell|say|like|enjoy|ask|swear)",
    "(satisfaction|safety|comfort|privacy) is (our|very|of|paramount|always)",
    "(mean|means) (a lot|the world) to us",
    "thank you for (being|choosing)",
    "loyal (customer|customers)",
    "(high|highest) (standard|standards|quality)",
    "(as|more) (quickly|soon|fast) as (possible|we can)",
)
"""What companies say of themselves in every reply."""

BEFORE_YES = Wordings(
    "(hi|hello|hey|dear) there?",
    "(hi|hello|hey|dear) !(yes|yep|yeah|no|ok|okay|sure|correct) * $",
    "(as regards|regarding|on|for|to|as for|about|with regard to) (your|the) ... (point|question|query|one|part|first|second"
    "|third|last|other)",
)
"""What may stand before a yes that is the whole answer: a greeting, and which question it is for."""
YES = Wordings(
    "^^ no !(worries|bother)",
    "^^ (yes|yep|yeah|yea|yup|aye|yess|nope|nah|ok|okay|okey|correct|right|sure|absolutely|definitely|certainly|of course)",
    "^^ (you got it|you bet|will do|sure thing|exactly as you say|as you say|we agree)",
    "^^ <we> (can)? confirm (this|that|it)",
    "^^ (we|it|they|he|she|that) (do|does|is|are|will|can|has|have) (yes|indeed)",
    "^^ (indeed|exactly|affirmative|confirmed|true|agreed|fine|spot on|quite|precisely|not a problem|no problem)",
    "^^ (that's|that is|you're|<youve> got?) ... (right|correct|fine|it|true|the case)",
    "^^ i (think|believe|guess) so",
)
ONLY_YES = Wordings(
    "(yes|yep|yeah|yea|yup|aye|yess|no|nope|nah|ok|okay|okey|sure thing|sure|of course|affirmative|confirmed|agreed|spot on)",
    "(absolutely|definitely|certainly|indeed|exactly|precisely|quite|always|perfect|great|true|right|correct|fine)",
    "(that's|that is|you're|you are) <right>",
    "<youve> got? (it|that) right",
    "that's (absolutely|perfectly) *",
    "i (think|believe|guess) so",
    "(so|and|well)? (it|they|we|that|he|she|you)? (is|are|was|were|does|do|did|has|have|will|can|could|should|would)",
    "(so|and|well|it|they|we|that|he|she|you) <right>",
    "(can confirm|as far as i know|for sure|at all|all <right>|as you say|sounds good|well spotted|good (spot|question|point))",
    "(no (problem|worries|bother)|not a problem|glad to|happy to|happy to help)",
    "sorry (about (that|this))?",
    "(you got it|you bet|will do|exactly as you say|we agree|<we> (can)? confirm (this|that|it))",
    "(please|thanks|thank you|sir|madam|mate|love|dear)",
    right="right|correct|fine|it|true|ok|okay|good|the one|the case|quite right|(quite|all) all? (right|fine|ok|okay|good|correct)",
)
"""What an answer is made of that says yes or no and nothing else."""

BEFORE_POLARITY = Wordings(
    "(1|2|3|4|5|6|7|8|9) $",
    "(hi|hello|hey|dear|good morning|good afternoon|sorry|thanks)",
    "(hi|hello|hey|dear|good morning|good afternoon) !(yes|yep|yeah|no|ok|okay|sure|correct) * $",
    "thanks for ... ... $",
    "(oh|ah|ok|okay|well|so|and|but|unfortunately|i'm afraid|(good|great) (question|news))",
)
POLARITY = Wordings(
    "^^ (yes|yep|yeah|yup|aye|no|nope|nah|not|sure|of course|absolutely|definitely|certainly|correct|right|indeed|exactly)",
    "^^ you (can|can't|could|may|do|don't|won't|will|need)",
    "^^ (you'll|it's|that's|they're|we're|we've)",
    "^^ it (is|isn't|does|doesn't|will|won't|can|can't)",
    "^^ they (are|do|don't|will|can|can't)",
    "^^ we (do|don't|can|can't|will|are)",
    "^^ there (is|isn't|are|aren't)",
    "^^ i (can|can't|will|do|have)",
    "^^ (afraid so|afraid not|please do|feel free|go ahead|no need|never|always|only|neither|both|either)",
)
"""How a sentence begins that may answer a yes/no question."""

HOLD = Wordings(
    "<someone> <check>",
    "(i'll|we'll|i will|we will) ask !(for|you)",
    "(let me|let us|allow me to|leave (it|this|that) with (me|us)|bear with me|hang on|hold on|on it|in the queue)",
    "(one|just a) (moment|sec|second|minute|mo)",
    "two (ticks|secs|mins|minutes)",
    "give (me|us) (a|an|two|five|ten|one|until)",
    "more (info|information|details|news) (soon|to follow|will follow)",
    "to follow (by|on|today|tomorrow|this|once|as soon)",
    "will follow",
    "answer (by|to follow)",
    "(is|are) being (looked into|checked|investigated|reviewed)",
    "under (review|investigation)",
    someone="<who> <now>? <will>? <now>? (be|been)? <now>? (going to|need to|to)?",
    who="i|we|he|she|they|someone|our *|my *|the * team?|i'll|i'm|i've|we'll|we're|we've|he'll|he's|she'll|she's|they'll"
    "|they're|they've",
    now="just|now|also|already|still|currently|both",
    will="will|am|are|have|is|shall|has",
    check="check !(out)|checking|checked|investigate|investigating|investigated|(look|looking|looked) (into|at|for|up|it up)"
    "|(find|finding) that? out|chase|chasing|chased|trace|tracing|traced|clarify|dig|confirm|sort|sorting|aware of"
    "|asking|asked|(speak|speaking|spoken) (to|with)|follow this? up|following this? up|followed this? up"
    "|escalate|escalating|escalated|raise|raising|raised|report (it|this|that)|reported|pass|passed|passing|forward|forwarding|forwarded"
    "|(pull|pulling|pulled) up|(work|working) on|(get|getting) (back|in touch|an answer)|(come|coming|came) back"
    "|let you know|tell you|(update|mail|email|e-mail|call|ring|text|phone|contact|message|write to) you|write (again|back)"
    "|be in touch|have (an answer|it|news|the)",
)
"""We are on it."""

ASK = Wordings(
    "^ <please>? <please>? <would>? <please>? <please>? <send>",
    "^^ <please>? <please>? follow *",
    "(and|then) <please>? follow *",
    "you (could|can|should) please? (expand|explain|clarify|elaborate|describe)",
    "if you (could|can|would)? (tell|send|give|let|share|dm|post) (us|me)",
    "(ask|need) you? (for|its|the|your)",
    "(may|can|could) <we> just? (ask|have|take|get)",
    "please could? you",
    "(direct|private) (message|msg)",
    "(dm|dms|inbox us)",
    "(would|we'd|i'd) be (glad|grateful|happy|good|useful|helpful) (to (know|learn)|if you (could|would|can))",
    "(would|we'd|we'll|i'd|i'll|they'll|he'll|she'll) (also|just)? (need|require|like) (to know|your|the|a|some|more|you to)",
    "need (your|you to|some (more|extra|info|details)|more (info|details)|a (bit|few|little) more)",
    "what <we> need",
    please="please|kindly|pls|simply|just|also",
    would="(can|could|would|will|may|might) (you|we|i)",
    send="send|provide|supply|post|include|quote|type in|re-enter|reenter|(attach|share|upload) *"
    "|paste (your|the|it|them|a|any|what|that|all|those)|have (a|an|the|your|you|it|them|someone)"
    "|(dm|pm|message) (us|me|your|the|over|it|with)|(email|e-mail|text|tell|give|read) (us|me)|(drop|shoot|pop) us|reply with"
    "|private message|direct message|confirm|describe|specify|clarify|elaborate"
    "|let (us|me) have|let (us|me) know !(if (you|there|that|we|i)) *",
)
"""What asks without a question mark."""

REFUSE = Wordings(
    "(can't|cannot|can not|couldn't|unable|not able|won't|unfortunately|afraid)",
    "<dont> (have|know|offer|support|do|allow|currently|take|sell|stock|provide|include|plan|recommend|think|believe)",
    "no (longer|plan|plans|way|eta|date|timeline|timeframe|news|update|info|information)",
    "not (possible|available|sure|allowed|permitted|yet|currently|certain|aware|something|at this time|an option|supported)",
    "isn't (possible|available|something|supported|yet)",
    "aren't (able|available)",
    "(depend|depends) on",
    "(it depends|hard to say|only available|at the moment we|nobody knows|no one knows|discontinued|sold out|out of stock)",
    dont="don't|do not|doesn't|does not|didn't|did not",
)
"""We cannot, or it is not so."""

MOVE = Wordings(
    "(dm|pm|message|inbox) us",
    "(send|shoot|drop) us (a|an)",
    "(contact|message|reach) us here",
    "(let's|lets) ... ... (dm|dms|direct|private)",
    "(by|via|through|in|over to|into) (a|our)? (dm|dms|direct message|private message)",
)
"""A move to private messages."""
DATUM = Wordings(
    "your !(reply|response|message|patience|time|support|dm|dms|direct|private|inbox|convenience|device|thoughts)",
    "(which|what|what's|whether|more about|what happened|describe|explain)",
    "(number|code|reference|serial|locator|username|email|e-mail|address|postcode|post code|model|version)",
    "(detail|details|info|information|screenshot|photo|issue|issues)",
)
"""What a needed question asks for; a move to private messages that asks for nothing is none."""

MARKETING = Wordings(
    "we (have|offer|provide|stock) (many|lots of|plenty of|something for)",
    "we (have|offer|provide|stock) a (wide|huge|great|large|whole) (range|variety|selection|choice)",
    "(lovely|special|great|new|latest) (offer|offers|range|collection|menu|season)",
    "(to suit|something for|options for|packages for) (every|all|any)",
    "for (every|all) (budget|budgets|taste|tastes|need|needs|ages)",
    "(most popular|very proud|must-have|must-haves|must have|just as (gorgeous|good|lovely)|(trusted|loved) by)",
    "one of (the|our) (lowest|best|finest|most)",
    "our (best-seller|best-sellers|best seller|best sellers|bestseller|bestsellers)",
    "(come (and)? see|sign up|newsletter|don't miss|while (stocks|they) last|have you (seen|tried) our|did you know)",
    "we take * (extremely|very) seriously",
)
"""Praise of the goods where an answer should stand."""
