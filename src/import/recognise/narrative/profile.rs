//! Reads the department's profile: what kind of body it is, its duties and its inner offices, enumerated below headings
//! or in one sentence.

use super::paragraphs::without_dash;
use super::words::OWN_OFFICE;
use crate::budget::{Budget, Profile};
use crate::import::recognise::words::mark;

/// The most duties, and the most offices.
const MAX: usize = 20;
const MAX_OFFICES: usize = 60;
/// The longest heading, the longest and shortest duty, and the longest name of an office, in characters.
const LONGEST_HEADING: usize = 24;
const LONGEST: usize = 60;
const SHORTEST: usize = 5;
const LONGEST_NAME: usize = 30;
/// What the description of a body's kind ends with: `公益一类事业单位`, `市政府组成部门`.
const NATURES: [&str; 9] =
    ["事业单位", "组成部门", "工作部门", "直属机构", "派出机构", "行政机关", "行政单位", "人民团体", "群团组织"];
/// The longest description of a body's kind, in characters.
const LONGEST_NATURE: usize = 40;
/// What the name of an office ends with.
const OFFICES: [&str; 14] = ["室", "处", "科", "部", "会", "队", "中心", "组", "局", "委", "站", "股", "院", "所"];

/// What was read so far.
#[derive(Default)]
pub struct Reading {
    profile: Profile,
    /// What is enumerated at the moment, and how deep its heading stands.
    open: Option<(List, u8)>,
}

#[derive(Clone, Copy, PartialEq)]
enum List {
    Duties,
    Offices,
}

impl Reading {
    /// Reads a paragraph with its number, of the document of this department.
    pub fn read(&mut self, text: &str, department: &str) {
        if self.profile.nature.is_none() {
            self.profile.nature = nature(text, department).map(Into::into);
        }
        let (_, depth, rest) = mark(without_dash(text));
        let is_heading = rest.chars().count() <= LONGEST_HEADING && !rest.contains(['。', '，', '；']);
        if let (Some((list, above)), Some(own)) = (self.open, depth) {
            if own > above && !(is_heading && is_of_profile(rest)) {
                return self.item(list, rest);
            }
            self.open = None;
        }
        if depth.is_none() && matches!(self.open, Some((List::Duties, _))) && self.profile.duties.is_empty() {
            self.duties(rest);
        }
        if is_heading && (rest.contains("职责") || rest.contains("职能")) && self.profile.duties.is_empty() {
            self.open = Some((List::Duties, depth.unwrap_or(0)));
        } else if let Some((before, names)) = rest.split_once("内设").and_then(|(_, rest)| list(rest))
            && self.profile.offices.is_empty()
        {
            self.open = names.is_empty().then(|| (List::Offices, depth.unwrap_or(0)));
            if before.chars().count() < LONGEST_NAME {
                self.offices(names);
            }
        }
    }

    fn item(&mut self, list: List, text: &str) {
        match list {
            List::Offices if self.profile.offices.len() < MAX_OFFICES => {
                self.profile.offices.extend(office(text).map(Into::into));
            }
            List::Duties if self.profile.duties.len() < MAX => {
                let clause = clause(text);
                // A unit may stand above its own duties.
                let is_duty = (SHORTEST..=LONGEST).contains(&clause.chars().count()) && office(clause).is_none();
                self.profile.duties.extend(is_duty.then(|| clause.to_string()));
            }
            _ => {}
        }
    }

    /// The duties of one sentence: `主要职责是：保管图书；办好借阅。`
    fn duties(&mut self, text: &str) {
        const WORDS: [&str; 5] = ["职责是", "职责为", "职能是", "职责主要是", "职能主要是"];
        let Some((_, sentence)) = WORDS.iter().find_map(|word| text.split_once(word)) else { return };
        let sentence = sentence.split('。').next().unwrap_or(sentence).trim_start_matches('：');
        let sign = if sentence.contains('；') { '；' } else { '，' };
        for duty in sentence.split(sign) {
            self.item(List::Duties, duty);
        }
    }

    /// The offices of one sentence; where one is no office, none is sure.
    fn offices(&mut self, sentence: &str) {
        let sentence = sentence.trim_start_matches('：').split(['。', '；']).next().unwrap_or(sentence);
        let sentence = sentence.rsplit_once('等').map_or(sentence, |(names, _)| names);
        let names: Option<Vec<String>> = sentence.split('、').map(|name| office(name).map(Into::into)).collect();
        self.profile.offices = names.filter(|names| (2..=MAX_OFFICES).contains(&names.len())).unwrap_or_default();
    }

    /// How many duties and offices were read so far.
    pub fn len(&self) -> usize {
        usize::from(self.profile.nature.is_some()) + self.profile.duties.len() + self.profile.offices.len()
    }

    /// Gives the budget what was read.
    pub fn give(self, budget: &mut Budget) {
        let Profile { nature, duties, offices, .. } = &self.profile;
        if nature.is_some() || !duties.is_empty() || !offices.is_empty() {
            budget.profile = Some(self.profile);
        }
    }
}

/// What kind of body the department is, where a clause says so of it: `本单位为公益一类全额拨款事业单位`.
fn nature<'t>(text: &'t str, department: &str) -> Option<&'t str> {
    text.split(['。', '，', '；', '：']).find_map(|clause| {
        let named = ["是", "为", "属于", "系"].iter().filter_map(|word| clause.split_once(word));
        let (office, nature) = named.min_by_key(|(office, _)| office.len())?;
        let office = mark(office).2;
        let is_own = !office.is_empty() && (department.starts_with(office) || OWN_OFFICE.contains(&office));
        let is_nature = NATURES.iter().any(|end| nature.ends_with(end)) && nature.chars().count() <= LONGEST_NATURE;
        (is_own && is_nature).then_some(nature)
    })
}

/// Whether a heading is itself about the profile, and no item of the heading above.
fn is_of_profile(heading: &str) -> bool {
    ["职责", "职能", "设置", "内设", "构成"].iter().any(|word| heading.contains(word))
}

/// What stands before a list, and the list: `机构包括：`, `13个内设机构，分别为`, `机构：`.
fn list(text: &str) -> Option<(&str, &str)> {
    const WORDS: [&str; 6] = ["依次为：", "包括：", "分别为：", "分别为", "包括", "分别是"];
    let found = WORDS.iter().filter_map(|word| text.split_once(word)).min_by_key(|(before, _)| before.len());
    found.or_else(|| text.split_once('：'))
}

/// The name of an office, if a text is one.
fn office(text: &str) -> Option<&str> {
    // 、机关党委3个处室 counts them at the end.
    let name = text.split(|c: char| c.is_ascii_digit()).next().unwrap_or(text);
    let name = name.trim_end_matches(['。', '；', '：', '共']);
    let bare = name.split('（').next().unwrap_or(name);
    let is_office = OFFICES.iter().any(|end| bare.ends_with(end)) && bare.chars().count() > 1;
    (is_office && name.chars().count() <= LONGEST_NAME && !name.contains(['，', '。'])).then_some(name)
}

/// The first clause of a duty that says something.
fn clause(text: &str) -> &str {
    let ends = text.char_indices().enumerate();
    let end = ends.filter(|(count, (_, c))| *count >= SHORTEST && "。；，".contains(*c)).map(|(_, (at, _))| at).next();
    &text[..end.unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(paragraphs: &[&str]) -> Profile {
        let mut reading = Reading::default();
        for text in paragraphs {
            reading.read(text, "青石县图书馆");
        }
        reading.profile
    }

    #[test]
    fn duties_are_cut_at_their_first_clause_and_end_with_their_section() {
        let read = profile(&[
            "一、主要职责",
            "（一）管理全县图书、期刊的采购和借阅，编制购书计划。",
            "（二）办好读书节；培训各乡镇图书室。",
            "二、机构设置情况",
            "（一）下属单位一家。",
        ]);
        assert_eq!(read.duties, ["管理全县图书、期刊的采购和借阅", "办好读书节"]);
    }

    #[test]
    fn a_list_may_print_dashes_and_a_duty_is_its_own_paragraph() {
        let read = profile(&["一、单位职责", "-（一）管理图书借阅；", "-（二）培训乡镇的馆员；"]);
        assert_eq!(read.duties, ["管理图书借阅", "培训乡镇的馆员"]);
    }

    #[test]
    fn what_kind_of_body_it_is_is_said_of_the_department_itself() {
        for (text, expected) in [
            ("本单位为公益一类股级全额拨款事业单位，现有事业编制8人。", Some("公益一类股级全额拨款事业单位")),
            ("（一）青石县图书馆是县文化局下属事业单位。", Some("县文化局下属事业单位")),
            ("我馆的借阅系统为县文化局下属事业单位开发。", None),
            ("主要原因是本单位为事业单位。", None),
            ("阅览室为行政单位。", None),
        ] {
            assert_eq!(profile(&[text]).nature.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn duties_may_stand_in_one_sentence() {
        let read =
            profile(&["一、主要职责", "本馆的主要职责是：保管全县图书，编目；办好各处借阅；培训馆员。另有其他。"]);
        assert_eq!(read.duties, ["保管全县图书", "办好各处借阅"]);
        let read = profile(&["一、主要职能", "本馆职能主要是保管全县图书，办好各处借阅。"]);
        assert_eq!(read.duties, ["保管全县图书", "办好各处借阅"]);
        assert!(profile(&["二、其他", "本馆的主要职责是：保管全县图书；办好借阅。"]).duties.is_empty());
    }

    #[test]
    fn offices_stand_in_a_sentence_or_below_each_other() {
        let sentence = profile(&["本馆内设机构包括：办公室、采编部（地方文献部）、流通部。另设机关党委。"]);
        assert_eq!(sentence.offices, ["办公室", "采编部（地方文献部）", "流通部"]);
        let counted = profile(&["（二）机构设置", "内设3个科室，分别为办公室、采编科、流通科。"]);
        assert_eq!(counted.offices.len(), 3);
        let below = profile(&["内设机构：", "（一）办公室", "负责日常工作。", "（二）采编科", "负责采购。"]);
        assert_eq!(below.offices, ["办公室", "采编科"]);
        assert!(profile(&["本馆内设机构包括：办公室、读者喜爱的阅览空间。"]).offices.is_empty());
    }
}
