//! The encodings in which UTF-8 is most often misread: one byte, one character.

/// How many there are.
pub(super) const COUNT: usize = HIGH_HALVES.len();

/// The characters of the bytes from 0x80 on; a control character of the same number stands where
/// an encoding has none.
const HIGH_HALVES: [&str; 7] = [
    WINDOWS_1252,
    WINDOWS_1251,
    WINDOWS_1250,
    ISO_8859_2,
    WINDOWS_1257,
    MACINTOSH,
    IBM_437,
];

const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ\
     \u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿\
     ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
     àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";

const WINDOWS_1251: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\
     \u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї\
     АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
     абвгдежзийклмнопрстуфхцчшщъыьэюя";

const WINDOWS_1250: &str = "€\u{81}‚\u{83}„…†‡\u{88}‰Š‹ŚŤŽŹ\u{90}‘’“”•–—\u{98}™š›śťžź\
     \u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
     ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
     ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";

const ISO_8859_2: &str = "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8a}\u{8b}\u{8c}\u{8d}\u{8e}\u{8f}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9a}\u{9b}\u{9c}\u{9d}\u{9e}\u{9f}\
     \u{a0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{ad}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žż\
     ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
     ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";

const WINDOWS_1257: &str = "€\u{81}‚\u{83}„…†‡\u{88}‰\u{8a}‹\u{8c}¨ˇ¸\u{90}‘’“”•–—\u{98}™\u{9a}›\u{9c}¯˛\u{9f}\
     \u{a0}¡¢£¤¥¦§Ø©Ŗ«¬\u{ad}®Æ°±²³´µ¶·ø¹ŗ»¼½¾æ\
     ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽß\
     ąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙";

const MACINTOSH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü\
     †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
     ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
     ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

const IBM_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
     áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
     └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
     αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// The bytes that a character stands for in each encoding; 0 where it stands for none.
pub(super) type Bytes = [u8; COUNT];

/// Which bytes each character stands for, to look up.
pub(super) struct Bytebook(Vec<(char, Bytes)>);

impl Bytebook {
    pub(super) fn new() -> Self {
        let mut entries: Vec<(char, usize, u8)> = Vec::new();
        for (encoding, half) in HIGH_HALVES.iter().enumerate() {
            entries.extend(
                half.chars()
                    .zip(0x80..=0xff)
                    .map(|(ch, byte)| (ch, encoding, byte)),
            );
        }
        // Bytes that were not decoded at all.
        let undecoded = ('\u{80}'..='\u{9f}').zip(0x80..=0xff);
        entries.extend(undecoded.map(|(ch, byte)| (ch, 0, byte)));
        entries.sort_unstable();
        let mut book: Vec<(char, Bytes)> = Vec::new();
        for (ch, encoding, byte) in entries {
            if book.last().is_none_or(|&(last, _)| last != ch) {
                book.push((ch, [0; COUNT]));
            }
            if let Some((_, bytes)) = book.last_mut() {
                bytes[encoding] = byte;
            }
        }
        Self(book)
    }

    pub(super) fn bytes_of(&self, ch: char) -> Bytes {
        let found = self.0.binary_search_by_key(&ch, |&(known, _)| known);
        found.map_or([0; COUNT], |at| self.0[at].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_half_has_each_byte_once() {
        for half in HIGH_HALVES {
            assert_eq!(half.chars().count(), 128);
        }
        let book = Bytebook::new();
        assert_eq!(book.bytes_of('€')[0], 0x80);
        assert_eq!(book.bytes_of('я')[1], 0xff);
        assert_eq!(book.bytes_of('\u{99}')[0], 0x99);
        assert_eq!(book.bytes_of('漢'), [0; COUNT]);
    }
}
