#!/usr/bin/env bash
# Makes the fallback faces: the characters of DejaVu 2.37 that Liberation Serif
# lacks, in left-to-right scripts without shaping, up to U+FFFF. Hinting and
# layout tables are dropped. The licence (LICENSE.txt) forbids the words
# Bitstream, Vera and Arev in the names of modified faces; DejaVu's names do not
# have them and are kept.
#
# Needs npm and Python with fonttools.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --silent --no-fund --no-audit --prefix "$work" dejavu-fonts-ttf@2.37.3
dejavu=$work/node_modules/dejavu-fonts-ttf/ttf

ranges=U+0180-058F,U+10A0-10FF,U+1D00-1FFF,U+2000-200D,U+2010-2029,U+202F-2060,U+2070-27FF,U+2900-2BFF,U+2C60-2DFF,U+A640-A69F,U+A720-A7FF,U+FFFC-FFFD

# subset IN OUT WITHOUT…: characters in the ranges that no other face has, and
# the space, which is used at the end of lines.
subset() {
  local in=$1 out=$2
  shift 2
  python3 - "$in" "$ranges" "$@" >"$work/characters" <<'PY'
import sys
from fontTools.ttLib import TTFont

def characters(path):
    return set(TTFont(path).getBestCmap())

wanted = set()
for part in sys.argv[2].split(","):
    first, _, last = part[2:].partition("-")
    wanted.update(range(int(first, 16), int(last or first, 16) + 1))
have = characters(sys.argv[1]) & wanted
for other in sys.argv[3:]:
    have -= characters(other)
print(",".join(f"U+{c:04X}" for c in sorted(have | {ord(" ")})))
PY
  pyftsubset "$in" --unicodes-file="$work/characters" --output-file="$out" \
    --no-hinting --layout-features= --drop-tables+=GDEF,GPOS,GSUB,MATH,kern,FFTM,gasp \
    --name-IDs='*' --notdef-outline --no-recalc-timestamp
}

subset "$dejavu/DejaVuSerif.ttf" Serif.ttf ../liberation-serif/Regular.ttf
subset "$dejavu/DejaVuSerif-Bold.ttf" SerifBold.ttf ../liberation-serif/Bold.ttf
subset "$dejavu/DejaVuSans.ttf" Sans.ttf ../liberation-serif/Regular.ttf "$dejavu/DejaVuSerif.ttf"
subset "$dejavu/DejaVuSans-Bold.ttf" SansBold.ttf ../liberation-serif/Bold.ttf "$dejavu/DejaVuSerif-Bold.ttf"
