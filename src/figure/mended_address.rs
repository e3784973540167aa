//! Mends the place in an address that a chat or a short link has changed on its way.

/// Signs that chats take for a part of the address before them.
const AFTER: &[char] = &[
    '。', '．', '，', '、', '；', '：', '！', '？', '）', '】', '》', '」', '”', '’', '…', '.', ',', ';', ':', '!',
    '?', ')', ']', '>', '"', '\'',
];
/// How often an address is encoded once more at most, as each short link on the way does.
const TIMES: usize = 3;

/// The place that is meant: as it is written or, where `is_there` does not know it, without having been encoded again,
/// or without the signs that stood behind the address. What is not found in any way stays as it is.
pub fn mended_address(place: &str, decode: &dyn Fn(&str) -> String, is_there: &dyn Fn(&str) -> bool) -> String {
    let mut own = String::from(place);
    for _ in 0..=TIMES {
        if is_there(&own) {
            return own;
        }
        let mut bare = own.as_str();
        // Sign by sign: a line may be called `其他（小计）`.
        while let Some(shorter) = bare.strip_suffix(AFTER) {
            bare = shorter;
            if is_there(bare) {
                return bare.into();
            }
        }
        if !own.contains('%') {
            break;
        }
        own = decode(&own);
    }
    place.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(place: &str) -> String {
        let there = ["表三-2010303", "表三-其他（小计）", "表三-100%"];
        let decode =
            |text: &str| text.replace("%25", "%").replace("%E8%A1%A8%E4%B8%89", "表三").replace("%EF%BC%89", "）");
        mended_address(place, &decode, &|place| there.contains(&place))
    }

    #[test]
    fn what_chats_add_or_encode_again_is_taken_back() {
        for place in [
            "表三-2010303",
            "表三-2010303。",
            "表三-2010303）。",
            "%E8%A1%A8%E4%B8%89-2010303",
            "%25E8%25A1%25A8%25E4%25B8%2589-2010303",
            "%E8%A1%A8%E4%B8%89-2010303%EF%BC%89",
        ] {
            assert_eq!(mended(place), "表三-2010303", "{place}");
        }
        assert_eq!(mended("表三-其他（小计）"), "表三-其他（小计）");
        assert_eq!(mended("表三-其他（小计））"), "表三-其他（小计）");
        assert_eq!(mended("表三-100%"), "表三-100%");
    }

    #[test]
    fn what_is_nowhere_stays_as_it_is_written() {
        for place in ["表九-1。", "", "。", "%", "%25%25"] {
            assert_eq!(mended(place), place);
        }
    }
}
