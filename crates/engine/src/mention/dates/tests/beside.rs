//! What stands beside a date and tells what is meant: a weekday, a year, a date before, a mail's day.

use super::{names, names_from};

#[test]
fn what_stands_beside_a_day_tells_its_year_or_month() {
    let from = "2021-12-10";
    names_from(
        from,
        "It is booked for Saturday 23 April.",
        "Saturday 23 April = 2022-04-23",
    );
    names_from(
        from,
        "It sank on 13 September last year.",
        "13 September last year = 2020-09-13",
    );
    names_from(
        "2018-10-21",
        "It came on Sunday the 30th again.",
        "Sunday the 30th = 2018-09-30",
    );
    names_from(
        from,
        "It rained on Thursday of last week.",
        "Thursday of last week = 2021-12-02",
    );
    names_from(
        from,
        "In June 1941 it rained. It snowed on the 22nd.",
        "June 1941 = 1941-06; 22nd = 1941-06-22",
    );
    names_from(
        "2021-10-05",
        "We meet on 28/10, so send it by the 22nd.",
        "28/10 = 2021-10-28; 22nd = 2021-10-22",
    );
    names_from(
        from,
        "Bus, Tue 14/12, and 3/4 of it.",
        "Tue 14/12 = 2021-12-14",
    );
    names_from(from, "It was on 9/11 again.", "");
}

#[test]
fn a_time_may_be_told_from_the_one_before_it() {
    names(
        "In 1966 he joined. Ten years later he left.",
        "1966 = 1966; Ten years later = 1976",
    );
    names(
        "It was more in 2020 than in the previous year.",
        "2020 = 2020; previous year = 2019",
    );
}

#[test]
fn a_mail_that_is_quoted_has_its_own_day() {
    names_from(
        "2016-04-12",
        "We saw it on Monday.\n\nSent: Friday, April 8, 2016\n\nWe saw it on Tuesday.",
        "Monday = 2016-04-11; Friday, April 8, 2016 = 2016-04-08; Tuesday = 2016-04-05",
    );
}

#[test]
fn a_month_before_its_clause_and_a_day_one_asks_for() {
    names_from(
        "2021-04-02",
        "In September he went to see the site.",
        "September = 2020-09",
    );
    names_from(
        "2016-04-12",
        "Could we speak on Thursday?",
        "Thursday = 2016-04-14",
    );
    names_from(
        "2019-05-14",
        "She had not answered by Monday.",
        "Monday = 2019-05-13",
    );
}

#[test]
fn years_in_pairs_edges_of_years_and_months_with_a_stroke() {
    names("It expects 2029 or 2030.", "2029 = 2029; 2030 = 2030");
    names(
        "He left on the last day of 2016.",
        "last day of 2016 = 2016-12-31",
    );
    names("Seen since 11/2022 there.", "11/2022 = 2022-11");
    names(
        "It runs from August 9 to 11, 2019.",
        "August 9 to 11, 2019 = 2019-08-09/2019-08-11",
    );
    names_from(
        "2023-05-19",
        "It opens in the second half of the year.",
        "second half of the year = 2023-H2",
    );
    names("It is No. 22 Civ. 2017 here.", "");
}
