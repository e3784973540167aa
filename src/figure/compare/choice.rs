//! The choice of what departments are compared by.

use super::Department;
use super::compared::Compared;
use crate::figure::control::Control;
use crate::figure::param;
use crate::figure::years::projects;
use crate::locale::Locale;

/// The choice of the amount, of what it is divided by, if it can be, and of projects.
pub fn controls(
    departments: &[Department],
    (chosen, words): (Compared, &str),
    offered: &[Compared],
    locale: Locale,
) -> Vec<Control> {
    let amounts = [
        ("", locale.tr("全部支出", "All expenditure")),
        (param::CLASSES, locale.tr("按功能分类", "By class")),
        (param::THREE_PUBLIC, locale.tr("“三公”经费", "Three public expenses")),
        (param::PROJECTS, locale.tr("项目", "Projects")),
    ];
    let is_offered = |id: &str| offered.iter().any(|own| own.id == id);
    let amounts = amounts.into_iter().filter(|(id, _)| is_offered(id));
    let of_same = offered.iter().filter(|own| own.group() == chosen.group());
    let options: Vec<_> = of_same.map(|own| (own.id.into(), own.choice(locale).into())).collect();
    let amount = Control::Options {
        name: param::MEASURE,
        label: locale.tr("比什么", "What to compare").into(),
        options: amounts.map(|(value, text)| (value.into(), text.into())).collect(),
        chosen: chosen.group().into(),
    };
    let mut controls = vec![amount];
    if options.len() > 1 {
        let label = locale.tr("按什么平均", "Divided by").into();
        controls.push(Control::Options { name: param::MEASURE, label, options, chosen: chosen.id.into() });
    }
    if chosen.id == param::PROJECTS {
        controls.extend(projects::controls(departments.iter().map(|own| own.document), words, locale));
    }
    controls
}
