"""Which sentences of other languages than English need the one before them, and which stand by themselves."""

from __future__ import annotations

import pytest

from summarize.languages import get
from summarize.selection.dependence import is_context_dependent

LEANING = {
    "de": (
        "Das teilte die Stadt mit. | Das sagte eine Sprecherin am Montag. | Das bestätigte die Reederei am Abend. | "
        "Dies sei ein Fehler gewesen, sagte der Hafenmeister. | Er wurde noch am Abend entlassen. | "
        "Sie wollen nun klagen. | Ihre Forderung lehnte der Rat ab. | Seine Anwältin schwieg. | "
        "Diese Entscheidung überraschte den Rat. | Dagegen klagt die Reederei. | Allerdings fehlt das Geld. | "
        "Daraufhin sperrte die Polizei den Hafen. | Kurz darauf brach die Brücke. | "
        "Am selben Tag fiel der Strom aus. | "
        "Nach ihren Angaben fehlen 40 Lampen. | „Das ist ein Skandal“, sagte die Wirtin."
    ),
    "fr": (
        "Cela a été confirmé par la police. | Il a démissionné lundi. | Il est mort à l'hôpital. | "
        "Il n'est pas blessé. | "
        "Elle a nié les faits. | Ils ont été arrêtés sur le quai. | Cependant, la mairie a refusé. | "
        "Cette décision a surpris le port. | Ce dernier a quitté la salle. | Son avocat a refusé de répondre. | "
        "Selon lui, la digue tiendra. | Toutefois le bac restera à quai. | "
        "Quelques heures plus tard, la digue a cédé. | "
        "Ce jour-là, le port était fermé. | Mais le maire a dit non. | En revanche, les pêcheurs sont contents."
    ),
    "es": (
        "Lo confirmó la policía. | Lo ha anunciado el puerto. | La dejaron en libertad el lunes. | "
        "Él negó los hechos. | "
        "Ella no quiso declarar. | Esto provocó un apagón. | Esta decisión sorprendió al puerto. | "
        "Su abogado no respondió. | Sin embargo, el alcalde se negó. | Por ello se cerró el muelle. | "
        "Según él, el dique aguantará. | Así lo confirmó la alcaldesa. | Dijo que no había luz en el muelle. | "
        "Ambos fueron detenidos. | Pero nadie respondió. | Ese día el puerto estaba cerrado."
    ),
    "it": (
        "Lo ha confermato la polizia. | L'ha detto il sindaco. | Lo riferisce la capitaneria. | "
        "Ciò ha sorpreso il porto. | "
        "Lui ha negato tutto. | Questa decisione ha sorpreso il porto. | Il suo avvocato non ha risposto. | "
        "Tuttavia il sindaco ha rifiutato. | Nel frattempo il molo è chiuso. | Secondo lui la diga terrà. | "
        "Entrambi sono stati arrestati. | Per questo il molo è stato chiuso. | Ma nessuno ha risposto."
    ),
    "pt": (
        "Isso foi confirmado pela polícia. | Ele negou as acusações. | Elas foram levadas para o hospital. | "
        "Essa decisão surpreendeu o porto. | Seu advogado não respondeu. | No entanto, o prefeito recusou. | "
        "Por isso o cais foi fechado. | Segundo ele, o dique vai aguentar. | Além disso, faltam lâmpadas. | "
        "Disse que não havia luz no cais. | Ambos foram presos. | Mas ninguém respondeu. | Naquele dia"
    ).removesuffix(" | Naquele dia"),
    "nl": (
        "Ze zei dat de dijk het zou houden. | Hij werd maandag ontslagen. | Dat meldt de politie. | "
        "Dit is de derde keer in een maand. | Zijn advocaat zweeg. | Deze beslissing verraste de haven. | "
        "Daarna sloot de politie de haven. | Echter, het geld ontbreekt. | Volgens hem, houdt de dijk. | "
        "Dat heeft de gemeente bevestigd. | Maar niemand nam op. | Haar dochter bleef ongedeerd. | "
        "Een dag later brak de brug."
    ),
    "pl": (
        "Potwierdziła to policja. | Poinformował o tym rzecznik portu. | To nie koniec kłopotów portu. | "
        "On zaprzeczył. | Ona nie odpowiedziała. | Jego adwokat milczał. | Ta decyzja zaskoczyła port. | "
        "Jednak burmistrz odmówił. | Dlatego zamknięto nabrzeże. | Tymczasem brakuje lamp. | "
        "Według niego tama wytrzyma. | "
        "Obaj zostali zatrzymani. | Dodał, że brakuje pieniędzy."
    ),
    "ru": (
        "Об этом сообщила полиция. | Это подтвердил мэр. | Он ушёл в отставку в понедельник. | Она отрицает вину. | "
        "Его адвокат молчал. | Это решение удивило порт. | Однако мэр отказался. | Поэтому причал закрыли. | "
        "По его словам, дамба выдержит. | После этого порт закрыли. | Тем временем не хватает ламп. | "
        "Оба были задержаны. | Но никто не ответил."
    ),
}
STANDING = {
    "de": (
        "Das Konzert beginnt am Freitag. | Das neue Stadion kostet 40 Millionen Euro. | "
        "Das bestätigte Ergebnis liegt vor. | "
        "Das geplante Kraftwerk wird nicht gebaut. | Das Landgericht sprach den Kapitän frei. | "
        "Diese Woche tagt der Rat in Velm. | Dieses Jahr fällt das Fest aus. | Dieser Tage wird gewählt. | "
        "Es regnet seit drei Tagen in Velm. | Es gibt keine Verletzten. | Die Polizei sperrte den Hafen. | "
        "Der Bürgermeister von Velm ist zurückgetreten. | Ihre Majestät eröffnete die Brücke. | "
        "Damit die Fähre fahren kann, wird der Hafen ausgebaggert. | Dass der Damm hält, ist sicher. | "
        "Deutschland schickt 40 Boote. | Dortmund gewann am Samstag. | Daran, dass der Damm hält, zweifelt niemand. | "
        "Darüber, wer zahlt, streiten Stadt und Land. | Dank der Feuerwehr blieb die Halle stehen. | "
        "Dabei-Sein ist der Name des Fests. | Andernach hat gewählt. | Erfurt baut eine Brücke."
    ),
    "fr": (
        "Il pleut depuis trois jours à Velm. | Il y a dix blessés. | Il n'y a pas de blessés. | "
        "Il faut deux ans pour réparer la digue. | Il est possible que la digue cède. | "
        "Il est trop tôt pour conclure. | "
        "Il s'agit du troisième incendie en un mois. | Il a été décidé de fermer le port. | "
        "Il reste dix places à bord. | "
        "Cette semaine, le conseil se réunit. | Ce lundi, le bac restera à quai. | "
        "Ces derniers jours, la pluie a cessé. | "
        "Ce sont les pêcheurs qui ont donné l'alerte. | Sa Majesté a inauguré le pont. | La police a fermé le port. | "
        "Le maire de Velm a démissionné. | Outre la digue, le pont est fermé. | "
        "Alors que la pluie tombait, le pont a cédé. | "
        "L'Élysée a confirmé la visite. | Ellen Marne a gagné. | Orly est fermé depuis lundi. | Sonia Marne a gagné."
    ),
    "es": (
        "Lo importante es el dique, dijo la alcaldesa. | Lo que falta es dinero, dijo el puerto. | "
        "La policía cerró el puerto. | Los bomberos llegaron a medianoche. | Las lluvias cesaron el lunes. | "
        "Esta semana se reúne el consejo. | Este lunes empieza el juicio. | Este año no habrá fiesta. | "
        "Estos días llueve en Velm. | Su Majestad inauguró el puente. | Llueve desde hace tres días. | "
        "Hay diez heridos. | El alcalde de Velm dimitió. | Después de la lluvia se cerró el muelle. | "
        "Está previsto que el puente abra en mayo. | Oviedo ganó el sábado. | Estambul elige alcalde. | "
        "Susana Rey ganó."
    ),
    "it": (
        "Lo sciopero comincia venerdì. | La polizia ha chiuso il porto. | Le scuole hanno riaperto lunedì. | "
        "Gli abitanti hanno lasciato la valle. | Questa settimana si riunisce il consiglio. | "
        "Quest'anno la festa non si farà. | Questo lunedì comincia il processo. | Piove da tre giorni a Velm. | "
        "Ci sono dieci feriti. | Il sindaco di Velm si è dimesso. | Ciò che manca è il denaro, dice il porto. | "
        "Sua Santità ha benedetto il ponte. | L'allarme è scattato a mezzanotte. | "
        "In seguito alla pioggia il molo è chiuso. | "
        "È stato arrestato il capitano. | Emma Rade ha vinto. | Maria Rade ha vinto."
    ),
    "pt": (
        "O concerto começa na sexta-feira. | Esta semana o conselho se reúne. | Este ano não haverá festa. | "
        "Chove há três dias em Velm. | Há dez feridos. | A polícia fechou o porto. | O prefeito de Velm renunciou. | "
        "Sua Santidade abençoou a ponte. | Está previsto que a ponte abra em maio. | Elena Reis venceu. | "
        "Os bombeiros chegaram à meia-noite. | É possível que o dique ceda. | Além da ponte, o cais está fechado."
    ),
    "nl": (
        "Het concert begint vrijdag. | Het regent al drie dagen in Velm. | Deze week vergadert de raad. | "
        "Dit jaar gaat het feest niet door. | Er zijn tien gewonden. | Dat de dijk houdt, is zeker. | "
        "De politie sloot de haven. | De burgemeester van Velm is afgetreden. | Zijn de dijken hoog genoeg? | "
        "Hare Majesteit opende de brug. | Zijne Majesteit opende de brug. | Een brug is ingestort. | "
        "Enschede koos een raad. | "
        "Daar, aan de kade, lag de boot. | Volgens de politie zijn er geen gewonden. | Haarlem won zaterdag."
    ),
    "pl": (
        "Koncert zaczyna się w piątek. | W tym tygodniu zbiera się rada. | Tego lata nie będzie festynu. | "
        "Pada od trzech dni. | Jest dziesięciu rannych. | Policja zamknęła port. | Burmistrz Velm zrezygnował. | "
        "To Velm będzie gospodarzem zawodów. | Jej Królewska Mość otworzyła most. | Tomasz Rad wygrał. | "
        "I liga rusza w sobotę. | Według policji nie ma rannych. | Dla tych, którzy czekają, są koce. | "
        "Po tym, jak most runął, zamknięto drogę. | Toruń wybrał radę."
    ),
    "ru": (
        "Концерт начнётся в пятницу. | На этой неделе соберётся совет. | Этой весной порт закроют. | Идёт дождь. | "
        "Есть десять раненых. | Полиция закрыла порт. | Мэр Вельма ушёл в отставку. | А. Орлов выиграл выборы. | "
        "Её Величество открыла мост. | Из-за дождя закрыт причал. | Омск выбрал совет. | Исполком закрыл порт. | "
        "По данным полиции, раненых нет. | После того как мост рухнул, дорогу закрыли. | "
        "Вместо того чтобы чинить мост, его снесли. | Эти выходные будут тёплыми."
    ),
}


def rows(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, text) for code, texts in table.items() for text in texts.split(" | ")]


@pytest.mark.parametrize(("code", "text"), rows(LEANING))
def test_a_pronoun_or_a_connective_at_the_head_needs_what_stands_before(code: str, text: str) -> None:
    assert is_context_dependent(text, get(code))


@pytest.mark.parametrize(("code", "text"), rows(STANDING))
def test_articles_times_weather_and_names_need_nothing(code: str, text: str) -> None:
    assert not is_context_dependent(text, get(code))
