"""Sentences in another language than English: their words are no slips."""

from __future__ import annotations

from collections.abc import Sequence

_FUNCTION_WORDS = frozenset(
    # German, Dutch, French, Spanish, Portuguese, Italian, Scandinavian, Polish, Turkish, Indonesian, Tagalog;
    # without those that are English words too.
    "aber auch auf bei bitte das dass dein dem den der deutsch dich dir durch ein eine einen einer eines für haben hier ich ihr "
    "ihre ihren ihnen ist kann kein keine mit nach nicht noch oder schon sehr sich sie sind uns unser unsere und vielen von vom "
    "unter zwischen gegen ohne seit besten mehr alle alles "
    "wenn werden wie wir wird wurde zum zur über guten morgen danke "
    "aan bent dat deze dit een geen graag hebben het hoe kunt kunnen maar met naar niet ook uw voor wat wij worden zijn zijn zoals "
    "au aux avec bonjour ce ces cette chez comme dans des donc du elle est et être il ils je la le les leur mais merci mes mon ne "
    "nos notre nous ou où pas plus pouvez pour puis quand que qui sa sans ses si son sont sur ta tes une vos votre vous ça "
    "al buenos como con cuando cual del días donde el ella ellos eres es esta este estoy está favor gracias hay hola la las lo los "
    "más mi mucho muy nos nuestra nuestro para pero por porque puede que quien se ser si sin sobre su sus también te tiene todo "
    "tu una uno usted y ya "
    "ao às com da das de dos ele ela em isso mais mas meu minha muito na nas não nem no nossa nosso num numa o obrigado ola os "
    "para pelo pode por quando são sem seu sua também tem você "
    "anche che ci ciao come con cosa da dal dalla dei del della di e essere gli grazie ha hai ho il io le lei loro ma mi nel nella "
    "non noi nostro o per perché più può prego quando questa questo se si siamo sono sua suo ti tutto un una vi voi "
    "att av den det du efter eller en ett från för han har hej här hvis ikke inte jag jeg kan med men mig mycket när och og om på "
    "sig skal ska som tack til till tak vara var vi vil är "
    "aby ale co czy dla do jak jest jestem już mnie nie od oraz po proszę się są tak to w z za że "
    "bir bu çok da de için ile ve ne nasıl bizim "
    "ada adalah akan anda atau bisa dan dari dengan di ini itu juga kami kamu karena ke kita pada saya sudah tidak untuk yang "
    "ako ang ay kayo kung lang ng mga na namin naman natin ninyo po salamat sa".split()
) - frozenset(
    "a al as come con data del den dos do du e en from has had have he i in is it la le made me men mon more my no non o on per "
    "plus si so son sans sur to till ten tu un us var via ya yes y z w co will was want dem due die hat lo los mas os ou par pas "
    "po ha hay hey ho ma mi na ne ni os se te ti vi om og ad ada em el es est et de da di ska tak ser ses tes mes sin sus".split()
)
_ENGLISH = frozenset(
    "the a an and or but of to in on at for with from by is are was were be been have has had do does did will would can could "
    "should you your we our us i my me it this that these those there please thank thanks not no if when as so any all".split()
)


def foreign(words: Sequence[str], unknown: int) -> bool:
    """Whether a sentence is in another language, by its function words and by how many of its words are unknown."""
    english = sum(w in _ENGLISH for w in words)
    other = sum(w in _FUNCTION_WORDS for w in words)
    if other >= 2 and other > english:
        return True
    if other and unknown >= 2 and unknown + other > english + 1:
        return True
    return unknown >= 3 and unknown >= 0.4 * len(words)
