//! Changes on last year: rates, and the reasons that the document gives.

use super::stated;

#[test]
fn a_rate_stands_in_brackets_behind_its_change_or_in_a_reason() {
    let narrative = "六、“三公”经费预算3.50万元，较上年增加0.50万元（16.67%），增加的主要原因是新增接待。其中：因公出国（境）经费0万元，较上年没有变化（0%）；公务接待费3.50万元，较上年减少1.00万元（22.22%），减少的主要原因是厉行节约；公务用车购置费0万元，较上年增加（减少）0万元（0%）。
        七、收入预算
        本部门收入预算100.00万元，比上年执行数减少5.00万元，主要是政府性基金预算收入较上年执行数下降45.9%，事业收入较上年执行数增长7.6%。";
    assert_eq!(
        stated(narrative),
        [
            "three-public 3.50 change 0.50 rate 16.67 because 新增接待 §六",
            "overseas 0 change 0 rate 0 §六",
            "reception 3.50 change -1.00 rate -22.22 because 厉行节约 §六",
            "vehicle-purchase 0 change 0 rate 0 §六",
            "income 100.00 change -5.00 on actual §七",
            "government-fund rate -45.9 on actual §七",
            "institution-income rate 7.6 on actual §七",
        ]
    );
}

#[test]
fn a_reason_is_told_in_the_documents_words_and_a_use_is_none() {
    let narrative = "（一）因公出国（境）费1.00万元，比上年减少1.00万元，主要原因是：因公出国计划减少。
        （二）公务接待费1.20万元，比上年增加0.00万元，主要是用于接待。";
    assert_eq!(
        stated(narrative),
        ["overseas 1.00 change -1.00 because 因公出国计划减少 §（一）", "reception 1.20 change 0.00 §（二）"]
    );
}

#[test]
fn the_reason_behind_a_full_stop_is_not_the_last_parts() {
    let narrative = "（三）公务用车购置及运行费8.00万元，其中：公务用车运行费8.00万元，与上年持平；公务用车购置费0.00万元，与上年持平。主要是保障用车。";
    assert_eq!(
        stated(narrative),
        ["vehicles 8.00 §（三）", "vehicle-running 8.00 change 0 §（三）", "vehicle-purchase 0.00 change 0 §（三）"]
    );
}
