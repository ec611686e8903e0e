//! The names by which a program and its script know each other, made easy to compress.
//!
//! wasm-bindgen calls each after what it does, with a hash, `__wbg_focus_7d2f5e0a91c3b864`, in the
//! program and in the script. No compression shortens these: two hundred names were 5 KB of what
//! every reader downloads. A number as long does the same.

use std::collections::BTreeMap;

/// What such a name begins with.
const START: &[u8] = b"__wbg_";
/// Letters of the hash it ends with.
const HASH: usize = 16;

/// The names met so far, and the number of each.
#[derive(Default)]
pub(crate) struct Imports {
    numbers: BTreeMap<Vec<u8>, usize>,
}

impl Imports {
    /// Puts numbers in place of the names, each as long as what it replaces. The program and the
    /// script of one module are to be given to the same `Imports`.
    pub(crate) fn number(&mut self, code: &mut [u8]) {
        let mut at = 0;
        while let Some(found) = code[at..].windows(START.len()).position(|w| w == START) {
            let rest = &mut code[at + found + START.len()..];
            let is_of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'_';
            let len = rest.iter().take_while(is_of_name).count();
            let name = &mut rest[..len];
            if has_hash(name) {
                let next = self.numbers.len();
                let number = *self.numbers.entry(name.to_vec()).or_insert(next);
                name.copy_from_slice(format!("{number:0len$}").as_bytes());
            }
            at += found + START.len() + len;
        }
    }
}

/// Whether a hash ends the name.
fn has_hash(name: &[u8]) -> bool {
    name.split_last_chunk::<HASH>()
        .is_some_and(|(rest, hash)| rest.ends_with(b"_") && hash.iter().all(u8::is_ascii_hexdigit))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each code after its module's others.
    fn numbered(module: &[&str]) -> Vec<String> {
        let mut imports = Imports::default();
        let number = |code: &&str| {
            let mut code = code.as_bytes().to_vec();
            imports.number(&mut code);
            String::from_utf8(code).unwrap()
        };
        module.iter().map(number).collect()
    }

    #[test]
    fn a_name_has_the_same_number_wherever_it_stands() {
        let program = "\u{1c}__wbg_focus_7d2f5e0a91c3b864\0\u{1b}__wbg_call_00112233445566ff\0";
        let script = "__wbg_call_00112233445566ff:0,__wbg_focus_7d2f5e0a91c3b864:1";
        let expected = [
            "\u{1c}__wbg_0000000000000000000000\0\u{1b}__wbg_000000000000000000001\0",
            "__wbg_000000000000000000001:0,__wbg_0000000000000000000000:1",
        ];
        assert_eq!(numbered(&[program, script]), expected);
    }

    #[test]
    fn names_without_a_hash_stay() {
        let names = "__wbg_ __wbg_free __wbg_7d2f5e0a91c3b864x __wbindgen_cast_0000000000000001";
        assert_eq!(numbered(&[names]), [names]);
    }
}
