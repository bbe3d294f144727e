"""What pages in other languages put into their articles, and sentences of news in nearly the same words."""

from __future__ import annotations

import pytest

from tests.segmentation.test_roles import quotable

ARTICLES = {
    "de": (
        "Der Gemeinderat von Harlau hat am Montag beschlossen, die alte Fischhalle am Kai zu schließen.",
        "Zwölf der neunzehn Mitglieder stimmten dafür, zwei verließen vor der Abstimmung den Saal.",
        "Nach Angaben der Kämmerin verliert die Halle jedes Jahr rund 340.000 Euro.",
        "Die Fischer sagten, sie hätten erst vor einer Woche von dem Plan erfahren.",
    ),
    "fr": (
        "Le conseil de Harlieu a décidé lundi de fermer la vieille halle aux poissons du quai.",
        "Douze des dix-neuf membres ont voté pour, deux ont quitté la salle avant le vote.",
        "La halle perd environ 340 000 euros par an, selon la trésorière.",
        "Les pêcheurs affirment n'avoir appris le projet qu'il y a une semaine.",
    ),
    "es": (
        "El pleno de Harlosa decidió el lunes cerrar la antigua lonja del muelle.",
        "Doce de los diecinueve concejales votaron a favor y dos salieron antes de la votación.",
        "La lonja pierde unos 340.000 euros al año, según la tesorera.",
        "Los pescadores dicen que conocieron el plan hace apenas una semana.",
    ),
    "it": (
        "Il consiglio comunale di Arlosa ha deciso lunedì di chiudere il vecchio mercato del pesce sul molo.",
        "Dodici dei diciannove consiglieri hanno votato a favore e due sono usciti prima del voto.",
        "Il mercato perde circa 340.000 euro l'anno, secondo la tesoriera.",
        "I pescatori hanno saputo del progetto la settimana scorsa, quando era già deciso.",
    ),
    "pt": (
        "A câmara de Arlosa decidiu na segunda-feira encerrar a antiga lota do cais.",
        "Doze dos dezanove vereadores votaram a favor e dois saíram antes da votação.",
        "A lota perde cerca de 340 mil euros por ano, segundo a tesoureira.",
        "Os pescadores dizem que souberam do plano há apenas uma semana.",
    ),
    "pl": (
        "Rada miasta Harłowo zdecydowała w poniedziałek o zamknięciu starej hali rybnej na nabrzeżu.",
        "Dwunastu z dziewiętnastu radnych głosowało za, a dwóch wyszło przed głosowaniem.",
        "Według skarbniczki hala traci rocznie około 340 tysięcy złotych.",
        "Rybacy mówią, że o planie dowiedzieli się dopiero przed tygodniem.",
    ),
    "ru": (
        "Городской совет Харлова в понедельник решил закрыть старый рыбный рынок на набережной.",
        "Двенадцать из девятнадцати депутатов проголосовали за, двое вышли из зала до голосования.",
        "По словам казначея, рынок ежегодно теряет около 340 тысяч рублей.",
        "Рыбаки говорят, что узнали о плане всего неделю назад.",
    ),
}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Diesen Artikel können Sie nur mit einem Abo lesen."),
        ("fr", "Nous avons corrigé le nom du maire dans cet article."),
        ("fr", "Il vous reste un article gratuit ce mois-ci."),
        ("es", "Síganos en nuestro canal de WhatsApp."),
        ("it", "Seguici sul nostro canale WhatsApp."),
        ("pt", "Siga-nos no nosso canal de WhatsApp."),
        ("pl", "Obserwuj nas na WhatsAppie."),
    ],
)
def test_a_line_of_a_page_is_not_quoted(language: str, line: str) -> None:
    article = ARTICLES[language]
    assert quotable(*article[:3], line, *article[3:], language=language) == list(article)
    assert quotable(*article, line, language=language) == list(article)


@pytest.mark.parametrize(
    ("language", "news"),
    [
        ("de", "Der Hafenbrief der Stadt erscheint künftig nur noch donnerstags."),
        ("de", "Das Video wurde am Freitag gelöscht."),
        ("de", "Anmelden kann man sich bis Mai."),
        ("fr", "La lettre municipale ne paraîtra plus que le jeudi."),
        ("fr", "La vidéo a été supprimée vendredi."),
        ("fr", "Les abonnés du théâtre seront remboursés."),
        ("es", "El boletín municipal saldrá solo los jueves."),
        ("es", "El vídeo fue retirado el viernes."),
        ("es", "Los abonados del teatro recuperarán su dinero."),
        ("it", "Il bollettino del comune uscirà solo il giovedì."),
        ("it", "Il video è stato rimosso venerdì."),
        ("it", "Gli abbonati del teatro saranno rimborsati."),
        ("pt", "O boletim municipal passa a sair só às quintas."),
        ("pt", "O vídeo foi retirado na sexta-feira."),
        ("pt", "Os assinantes do teatro serão reembolsados."),
        ("pl", "Biuletyn miejski będzie ukazywał się tylko w czwartki."),
        ("pl", "Nagranie usunięto w piątek."),
        ("pl", "Abonenci teatru dostaną zwrot pieniędzy."),
        ("ru", "Городской вестник будет выходить только по четвергам."),
        ("ru", "Видео удалили в пятницу."),
        ("ru", "Подписчикам театра вернут деньги."),
    ],
)
def test_news_in_the_words_of_such_lines_is_quoted(language: str, news: str) -> None:
    article = ARTICLES[language]
    assert quotable(*article[:3], news, *article[3:], language=language) == [*article[:3], news, *article[3:]]
    assert quotable(*article, news, language=language) == [*article, news]


@pytest.mark.parametrize(
    ("language", "news"),
    [
        (
            "de",
            (
                "Der Newsletter des Rathauses wird eingestellt.",
                "Ihn hatten zuletzt 214 Leser abonniert.",
                "Wer ihn vermisst, kann den Aushang lesen.",
            ),
        ),
        (
            "es",
            (
                "El tribunal ha decidido que las cookies necesitan permiso.",
                "Las páginas tienen seis meses para cambiar.",
                "Los usuarios pueden quejarse al regulador.",
            ),
        ),
        (
            "ru",
            (
                "Суд решил, что сайты должны спрашивать согласие на файлы cookie.",
                "На изменения у них есть полгода.",
                "Пользователи могут пожаловаться в ведомство.",
            ),
        ),
    ],
)
def test_of_short_news_about_newsletters_and_cookies_everything_is_quoted(language: str, news: tuple[str, ...]) -> None:
    assert quotable(*news, language=language) == list(news)


@pytest.mark.parametrize(
    ("language", "article", "line", "news"),
    [
        (
            "zh",
            (
                "港口市议会周一决定关闭码头上的老鱼市，十九名议员中有十二人赞成。",
                "财政主管说，鱼市每年亏损约三十四万元。",
                "渔民们表示，他们一周前才听说这一计划。",
            ),
            "请订阅我们的新闻简报，每天早上免费送达。",
            "视频已于周五被删除。",
        ),
    ],
)
def test_in_another_script_a_newsletter_is_not_quoted_and_short_news_is(
    language: str, article: tuple[str, ...], line: str, news: str
) -> None:
    assert quotable(*article, line, language=language) == list(article)
    assert quotable(*article, news, language=language) == [*article, news]
