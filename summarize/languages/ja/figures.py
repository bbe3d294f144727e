"""Figures of Japanese: how many people, and what happened to them."""

from __future__ import annotations

import re

from summarize.languages import unspaced
from summarize.languages.figures import Hedges
from summarize.languages.unsettled import Updates

COUNTERS = "人|名|世帯|戸|棟|軒|台|隻|機|頭|匹|件|校"
CONCEPTS = {
    "dead": "死亡 死者 死傷者 犠牲者 犠牲 亡くな 遺体 死去 死",
    "hurt": "負傷者 負傷 けが人 けが ケガ 怪我 重傷 軽傷 重軽傷",
    "missing": "行方不明者 行方不明 安否不明 不明者",
    "arrested": "逮捕 拘束 検挙",
    "evacuated": "避難",
    "rescued": "救助 救出",
    "infected": "感染者 感染",
    "people": "人数 住民 人 名",
    "home": "世帯 住宅 家屋 戸 棟",
}

WORDS = unspaced.words(
    CONCEPTS,
    light="余り 余",
    stop="が は を に で と の も へ や から まで など し した して なって なった いる さ れ た て だ",
)
NUMBERS = unspaced.numbers(COUNTERS)
QUANTITIES = unspaced.quantities(
    COUNTERS, more="余り?", former="当初の|これまでの|昨年[^、。]{0,20}", relations="うち|ほかに|ほか|さらに|毎"
)
HEDGES = Hedges(
    before=re.compile(r"(?:(?P<about>およそ|約|おおよそ)|(?P<least>少なくとも)|(?P<less>最大|最大で))$"),
    after=re.compile(r"余り?|(?:人|名|世帯|戸|棟)(?:以上|超|余り)"),
)
UPDATES = Updates(
    changed=re.compile(r"増え|増加|上方修正|訂正|延期|中止|に上った|となった|になった"),
    provisional=re.compile(r"これまで|今のところ|現時点|速報"),
    counted=unspaced.counted(CONCEPTS),
    denied=re.compile(r"否定|事実ではない|誤り"),
)
