//! A stated number of things, and how many there are, in words.

use super::{Compared, Telling, Verdict, capital};

impl Telling<'_, '_> {
    /// What is stated, and how many there are: a number that is printed elsewhere, or things that are counted here.
    pub fn counted(&self, compared: Compared) -> String {
        if !self.printed(&self.finding.terms).is_empty() {
            return self.tie(compared);
        }
        let name = self.finding.stated.first().map(|place| self.full(*place)).unwrap_or_default();
        let [stated, there] = [compared.stated, compared.computed]
            .map(|amount| self.with_unit(amount, compared.measure, self.finding.stated.first().copied()));
        let (zh, en) = if self.finding.verdict == Verdict::Holds {
            ("{0}写的是 {1}，文件里正好有 {2}", "{0} is given as {1}, and there are {2}")
        } else {
            ("{0}写的是 {1}，文件里有 {2}", "{0} is given as {1}, but there are {2}")
        };
        capital(self.words.say(zh, en, &[&name, &stated, &there]), self.words)
    }
}
