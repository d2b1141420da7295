#!/usr/bin/env bash
# Makes the pictures of the handbook: the test of the handbook follows the
# handbook and keeps the papers, from which parts of pages are cut here.
# Requires poppler-utils, imagemagick, pngquant, unzip and LibreOffice.
set -euo pipefail
cd "$(dirname "$0")"
out=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The plan of the fair, a picture for an annex.
convert -size 1200x640 xc:white -font ../../fonts/liberation-serif/Regular.ttf -pointsize 44 \
  -stroke black -strokewidth 3 -fill none -draw 'rectangle 4,4 1195,635' \
  -fill '#e8e8e8' -draw 'rectangle 40,40 420,200 rectangle 40,260 420,420 rectangle 470,40 1150,130 rectangle 470,180 1150,270' \
  -fill none -draw 'rectangle 470,330 1150,420' -stroke none -fill black \
  -annotate +172+133 'Сцена' -annotate +98+352 'Мастер-классы' -annotate +680+98 'Палатки 1–12' \
  -annotate +668+238 'Палатки 13–24' -annotate +740+388 'Чайная' -annotate +552+610 'Вход' \
  -colorspace Gray -colors 8 PNG8:plan.png

(cd ../.. && HANDBOOK=$work go test -count=1 -run TestHandbook/examples ./cmd/protokol)
cd "$work"

# cut NAME FILE PAGE DPI TOP BOTTOM: a strip of a page, in percent of its height.
cut() {
  local height top bottom
  pdftoppm -r "$4" -f "$3" -l "$3" -png -singlefile "$2" page
  height=$(identify -format %h page.png)
  top=$((height * $5 / 100)) bottom=$((height * $6 / 100))
  convert page.png -crop "x$((bottom - top))+0+$top" +repage -bordercolor '#999' -border 1 strip.png
  pngquant --force --strip --nofs 24 --output "$out/$1.png" strip.png
}

cut starter     'Протокол № 1 от 15.01.2026.pdf' 1 80 0 88
cut meeting     'Протокол № 3 от 17.03.2026.pdf' 1 80 0 94
cut head        head.pdf 1 80 0 46
cut people      people.pdf 1 80 5 50
cut decisions   decisions.pdf 1 80 41 100
cut vote        vote.pdf 1 80 42 90
cut table       table.pdf 1 80 42 88
cut annex       table.pdf 2 80 0 50
cut full        full.pdf 1 80 49 85
cut full-2      full.pdf 2 80 0 32
cut brief       brief.pdf 1 80 0 100
cut extract     'Выписка из протокола № 4 от 14.04.2026.pdf' 1 60 0 100
cut notice      'Уведомление о заседании 14.04.2026.pdf' 1 60 0 100
cut attendance  'Лист регистрации 14.04.2026.pdf' 1 60 0 100
cut assignments 'Перечень поручений по протоколу № 4 от 14.04.2026.pdf' 1 60 0 100
cut letter      'Письмо № 12 от 16.04.2026, Рыбаков Н.Ф.pdf' 1 60 0 100
cut invitation  'Предложение о вступлении № 13 от 16.04.2026, Травина В.И.pdf' 1 60 0 100
cut application 'Заявление о вступлении, бланк.pdf' 1 60 0 100
cut consent     'Согласие на обработку персональных данных, бланк.pdf' 1 60 0 100
cut register    'письма/Реестр отправки.pdf' 1 80 5 50
cut envelope    'конверты/АО «Маслозавод».pdf' 1 70 0 100
cut labels      'наклейки/Наклейки.pdf' 1 80 0 26
cut fillable    'ответы/Лоза.pdf' 1 80 5 62
cut signed      'Протокол № 4 от 14.04.2026 (подписан).pdf' 2 80 0 45

# The template with its comment in the margin, as word processors show it, and a paper
# made from it. LibreOffice without a screen does not print margins: the comment is
# drawn beside the line that it marks, with the words that stand in the file.
office() { soffice "-env:UserInstallation=file://$work/office" --headless --convert-to "$1" "$2" >/dev/null; }
office pdf 'бланк.docx'
office pdf 'Протокол № 6.docx'
unzip -p 'бланк (замечания).docx' word/protokol-comments.xml | grep -o '<w:t [^>]*>[^<]*' | sed 's/<[^>]*>//' >comment.txt
pdftoppm -r 90 -png -singlefile 'бланк.pdf' page
read -r left top right bottom < <(pdftotext -bbox 'бланк.pdf' - | tr -d '"' | awk -F'[= >]+' '
  /Подлинник/ { l = $4; t = $6; b = $10 } l && $6 == t { r = $8 } END { print int(l*1.25), int(t*1.25), int(r*1.25), int(b*1.25) }')
sans=$out/../../fonts/liberation-sans
convert page.png -crop "x$((bottom + 110))+0+0" +repage -background '#eeeeee' -gravity West -extent "990x" -gravity NorthWest \
  -fill 'rgba(214,60,60,0.22)' -draw "rectangle $left,$top $right,$bottom" \
  -fill none -stroke '#c05050' -draw "stroke-dasharray 5 3 line $right,$bottom 752,$bottom" \
  -fill '#fdeaea' -draw "roundrectangle 752,$((top - 60)) 982,$((bottom + 55)) 6,6" -stroke none -fill black \
  -font "$sans/Bold.ttf" -pointsize 14 -annotate "+764+$((top - 50))" protokol \
  \( -background none -font "$sans/Regular.ttf" -pointsize 13 -size 210x "caption:$(cat comment.txt)" \) \
  -geometry "+764+$((top - 30))" -composite strip.png
convert strip.png -bordercolor '#999' -border 1 strip.png
pngquant --force --strip --nofs 32 --output "$out/word-remarks.png" strip.png
cut word-paper   'Протокол № 6.pdf' 1 70 0 88
ls -l "$out"/*.png
