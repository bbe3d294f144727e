"""Figures of Chinese: how many people, and what happened to them."""

from __future__ import annotations

import re

from summarize.languages import unspaced
from summarize.languages.figures import Hedges
from summarize.languages.unsettled import Updates

COUNTERS = "人|名|位|户|戶|家|栋|棟|辆|輛|艘|架|起|所|座|间|間|具|头|頭|只|隻|条|條|件"
CONCEPTS = {
    "dead": "死亡 遇难 遇難 丧生 喪生 身亡 丧命 喪命 罹难 罹難 死者 致死 被杀 死 遗体 遺體",
    "hurt": "受伤 受傷 伤者 傷者 轻伤 輕傷 重伤 重傷 负伤 負傷 伤 傷",
    "missing": "失踪 失蹤 失联 失聯 下落不明",
    "arrested": "被捕 逮捕 拘留 拘捕 被抓",
    "evacuated": "疏散 撤离 撤離 转移 轉移",
    "rescued": "获救 獲救 救出 生还 生還",
    "infected": "感染 确诊 確診 病例",
    "people": "人数 人數 人员 人員 居民 人 名 位",
    "home": "房屋 住宅 户 戶",
}

WORDS = unspaced.words(
    CONCEPTS,
    light="多 余 餘",
    stop="的 了 在 是 已 有 也 和 与 與 及 将 將 被 等 至 到 为 為 仍 其中 造成 导致 導致",
)
NUMBERS = unspaced.numbers(COUNTERS)
QUANTITIES = unspaced.quantities(
    COUNTERS, more="[多余餘]", former="从|從|由|当时有?|當時有?|去年[^，。]{0,20}", relations="其中|另有|另外|每"
)
HEDGES = Hedges(
    before=re.compile(
        r"(?:(?P<about>大约|大約|约|約|大概)|(?P<least>至少|最少)|(?P<more>超过|超過|逾)|(?P<nearly>将近|將近|近)"
        r"|(?P<less>不到|不足|少于|少於|最多))$"
    ),
    after=re.compile(r"[多余餘]|(?:人|名|户|戶)?以上"),
)
UPDATES = Updates(
    changed=re.compile(r"[升增](?:至|到|加)|上升|更正|修正|取消|推迟|推遲"),
    provisional=re.compile(r"目前|初步|暂时|暫時"),
    counted=unspaced.counted(CONCEPTS),
    denied=re.compile(r"否认|否認|不实|不實|谣言|謠言|并未|並未"),
)
