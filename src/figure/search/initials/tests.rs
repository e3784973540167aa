//! Tests of pinyin initials: every syllable, and words of a budget whose characters have two readings.

use encoding_rs::GBK;

use super::Initials;

/// The letters as a browser makes them.
pub fn initials() -> Initials {
    Initials::new(&GBK.decode_without_bom_handling(&Initials::bytes()).0)
}

/// One character of each syllable, by its letter.
const SYLLABLES: [(&str, &str); 23] = [
    ("a", "啊挨鞍盎敖"),
    ("b", "笆摆斑邦褒杯苯崩逼鞭标鳖斌兵玻捕"),
    ("c", "擦猜残苍操策层叉豺搀昌钞扯臣撑痴充抽初揣川疮吹春戳茨聪凑粗蹿崔村磋"),
    ("d", "答傣耽当捣德蹬低颠碉爹叮丢东兜督端队墩多"),
    ("e", "峨恩尔"),
    ("f", "发藩坊菲芬丰否夫"),
    ("g", "嘎该杆冈篙哥给根耕工钩辜刮乖棺光瑰辊锅"),
    ("h", "哈孩酣航壕荷黑很衡轰喉乎花槐欢慌灰昏伙"),
    ("j", "击嘉歼僵椒皆巾荆炯揪狙鹃攫菌"),
    ("k", "喀开刊康考柯肯坑空抠哭夸筷宽筐盔坤扩"),
    ("l", "垃莱婪琅捞乐雷楞梨俩联粮疗裂琳玲溜龙楼卢峦抡萝驴掠"),
    ("m", "妈买瞒盲茅么玫门蒙眯棉苗蔑民螟谬摸谋拇"),
    ("n", "拿氖男囊挠呢馁嫩能妮碾娘鸟捏您狞牛脓奴暖挪女虐"),
    ("o", "哦欧"),
    ("p", "啪牌攀乓抛呸喷烹砒篇飘撇频乒坡剖铺"),
    ("q", "欺掐牵枪橇怯钦轻琼秋趋颧瘸裙"),
    ("r", "然瓤饶热壬扔日茸揉茹软瑞闰弱"),
    ("s", "撒腮三桑搔瑟森僧砂筛珊墒稍奢砷生师收蔬刷摔栓霜水吮硕嘶松艘苏酸虽孙琐"),
    ("t", "獭胎坍塘掏特藤梯天条贴厅通偷凸湍推臀托"),
    ("w", "挖歪豌网威蚊嗡蜗巫"),
    ("x", "西瞎锨相萧楔薪星凶修墟轩靴勋"),
    ("y", "压阉殃邀椰一茵樱哟拥幽迂鸳曰耘"),
    ("z", "匝栽暂赃遭责贼怎憎渣摘瞻樟昭遮珍蒸芝中舟珠抓拽专桩锥谆捉咨鬃邹诅钻嘴尊昨"),
];

#[test]
fn a_character_of_every_syllable_begins_with_its_letter_and_with_no_other() {
    let (initials, all) = (initials(), "abcdefghijklmnopqrstuvwxyz");
    // The only ones of these syllables that have another reading's letter, too: 给 is also jǐ.
    let two_readings = ["给", "乐", "否"];
    for (letter, characters) in SYLLABLES {
        for character in characters.split("").filter(|c| !c.is_empty() && !two_readings.contains(c)) {
            let found: String = all.matches(|l: char| initials.spell(character, &l.to_string())).collect();
            assert_eq!(found, letter, "{character}");
        }
    }
}

#[test]
fn rarer_characters_of_places_are_known() {
    let initials = initials();
    for (name, letters) in [
        ("平鲁", "pl"),
        ("深圳", "sz"),
        ("衢州", "qz"),
        ("亳州", "bz"),
        ("漯河", "lh"),
        ("鄂尔多斯", "eeds"),
        ("东莞", "dg"),
        ("硚口", "qk"),
        ("鄠邑", "hy"),
        ("六安", "la"),
        ("番禺", "py"),
        ("厦门", "xm"),
        ("石嘴山", "szs"),
        ("歙县", "sx"),
    ] {
        assert!(initials.spell(name, letters), "{name} {letters}");
    }
}

#[test]
fn characters_of_two_readings_are_found_by_either() {
    let initials = initials();
    for (name, letters) in [
        ("预算调整", "tz"),
        ("工作调动", "dd"),
        ("会计", "kj"),
        ("会议", "hy"),
        ("供给", "gj"),
        ("长治", "cz"),
        ("增长", "zz"),
        ("退税率", "tsl"),
        ("草率", "cs"),
        ("重庆", "cq"),
        ("重点", "zd"),
        ("行政", "xz"),
        ("银行", "yh"),
        ("都匀", "dy"),
        ("乐山", "ls"),
        ("音乐", "yy"),
        ("朝阳", "cy"),
        ("朝阳", "zy"),
        ("差旅费", "clf"),
        ("差额", "ce"),
    ] {
        assert!(initials.spell(name, letters), "{name} {letters}");
    }
}

#[test]
fn other_signs_are_left_out_and_letters_may_be_capitals() {
    let initials = initials();
    assert!(initials.spell("2026年“三公”经费", "NSGJF"));
    assert!(!initials.spell("三公", "sgj") && !initials.spell("三公", "s1"));
    assert!(!Initials::default().spell("三公", "sg"), "where nothing decodes nothing is found");
}
