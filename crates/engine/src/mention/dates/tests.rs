//! Which dates are found, and what days they stand for.

mod beside;

use crate::document;
use crate::mention::{Kind, recognise};
use crate::moment::Moment;

/// The dates of a text published then, each with its value: `Friday = 2018-01-26`.
fn dates(published: Option<&str>, text: &str) -> String {
    let mut document = document::read("a.txt", text.as_bytes()).expect("it is text");
    std::rc::Rc::make_mut(&mut document.facts).published = published.map(|value| document::Fact {
        value: Moment::new(value),
        source: document::Source::Declared(String::new()),
    });
    let found = recognise(&document, None);
    let dates = found.iter().filter(|mention| mention.kind == Kind::Date);
    let told = dates.map(|date| {
        let value = date.moment.as_ref().map_or("?", Moment::as_str);
        format!("{} = {value}", date.span.of(&document.text))
    });
    told.collect::<Vec<_>>().join("; ")
}

#[track_caller]
fn names(text: &str, expected: &str) {
    assert_eq!(dates(None, text), expected);
}

#[track_caller]
fn names_from(published: &str, text: &str, expected: &str) {
    assert_eq!(dates(Some(published), text), expected);
}

#[test]
fn days_of_the_calendar_in_every_order() {
    names(
        "It began on January 26, 2018.",
        "January 26, 2018 = 2018-01-26",
    );
    names(
        "It began on 26 January 2018.",
        "26 January 2018 = 2018-01-26",
    );
    names(
        "It began on the 5th of May 1821.",
        "5th of May 1821 = 1821-05-05",
    );
    names(
        "It began on Fri. 26 Jan. 2018.",
        "Fri. 26 Jan. 2018 = 2018-01-26",
    );
    names("It began on 2018-01-26 there.", "2018-01-26 = 2018-01-26");
    names("It began on 26.01.2018 there.", "26.01.2018 = 2018-01-26");
    names("It began on 1/26/2018 there.", "1/26/2018 = 2018-01-26");
    names(
        "It lasted from 7–8 October 2016 on.",
        "7–8 October 2016 = 2016-10-07/2016-10-08",
    );
}

#[test]
fn days_that_do_not_exist_are_dates_without_value() {
    names("It began on February 30, 2018.", "February 30, 2018 = ?");
    names("Section 45.13.2018 applies.", "");
}

#[test]
fn dates_in_other_languages() {
    names(
        "Het gebeurde op 3 maart 2017 in Breda.",
        "3 maart 2017 = 2017-03-03",
    );
    names(
        "Es geschah am 3. März 2017 in Ulm.",
        "3. März 2017 = 2017-03-03",
    );
    names(
        "C'était le 14 juillet 1789 à Paris.",
        "14 juillet 1789 = 1789-07-14",
    );
    names(
        "Fue el 2 de mayo de 1808 en Madrid.",
        "2 de mayo de 1808 = 1808-05-02",
    );
}

#[test]
fn months_and_parts_of_years() {
    names("They met in May 2017 again.", "May 2017 = 2017-05");
    names("They met in May of 2017 again.", "May of 2017 = 2017-05");
    names("It was late 2014 by then.", "late 2014 = 2014-Q4");
    names("It was mid-2014 by then.", "mid-2014 = 2014-06");
    names(
        "It was the summer of 2023 then.",
        "summer of 2023 = 2023-SU",
    );
    names(
        "Sales fell in the third quarter of 2018.",
        "third quarter of 2018 = 2018-Q3",
    );
    names("Sales fell in the early 1930s.", "early 1930s = 193X");
    names("It is a house of the 19th century.", "19th century = 18XX");
}

#[test]
fn years_where_they_are_no_numbers() {
    names(
        "He served between 2012 and 2014.",
        "2012 = 2012; 2014 = 2014",
    );
    names("He served there (2012–14).", "2012–14 = 2012/2014");
    names("© 2018 All rights reserved.", "2018 = 2018");
    names("They counted 2014 votes and spent 1500 dollars.", "");
}

#[test]
fn words_that_are_not_months() {
    names("She may march on, an august person.", "");
    names("Theresa May spoke to Angela Merkel.", "");
}

#[test]
fn weekdays_lie_before_the_text_unless_they_are_to_come() {
    let friday = "2018-01-26";
    names_from(friday, "He left on Thursday.", "Thursday = 2018-01-25");
    names_from(friday, "He left on Friday.", "Friday = 2018-01-26");
    names_from(friday, "He left last Friday.", "last Friday = 2018-01-19");
    names_from(
        friday,
        "He will leave on Thursday.",
        "Thursday = 2018-02-01",
    );
    names_from(friday, "He leaves next Friday.", "next Friday = 2018-02-02");
    names("He left on Friday.", "Friday = XXXX-WXX-5");
}

#[test]
fn a_month_is_the_nearest_unless_its_sentence_tells_what_was_or_will_be() {
    let november = "2019-11-22";
    names_from(november, "It is dear in March.", "March = 2019-03");
    names_from(
        november,
        "A hearing will take place in March.",
        "March = 2020-03",
    );
    let march = "2017-03-15";
    names_from(march, "They met in Bath in October.", "October = 2016-10");
    names_from(march, "It opened in June.", "June = 2016-06");
    names_from(march, "It opened in January.", "January = 2017-01");
    names_from(march, "It is to be opened in June.", "June = 2017-06");
}

#[test]
fn relative_times_follow_what_is_known_of_the_text() {
    let week = "2016-W50";
    names_from(
        week,
        "It meets next week, on Dec. 19.",
        "next week = 2016-W51; Dec. 19 = 2016-12-19",
    );
    names_from(
        "2018-01-26",
        "It rained yesterday.",
        "yesterday = 2018-01-25",
    );
    names_from(
        "2018-01-26",
        "It rained last month.",
        "last month = 2017-12",
    );
    names_from(
        "2018-01-26",
        "It rained two years ago.",
        "two years ago = 2016",
    );
    names_from("2018", "It rained last year.", "last year = 2017");
    names_from("2018", "It rained last week.", "last week = ?");
    names("It rained earlier this week.", "earlier this week = ?");
}

#[test]
fn a_story_goes_on_in_its_year() {
    names_from(
        "2018-07-13",
        "It was hacked in July 2016. In August it was closed. The court met in May.",
        "July 2016 = 2016-07; August = 2016-08; May = 2018-05",
    );
}

#[test]
fn a_day_without_year_is_the_nearest_or_that_of_the_last_full_date() {
    names_from(
        "2018-01-26",
        "It began on November 5.",
        "November 5 = 2017-11-05",
    );
    names_from(
        "2018-11-26",
        "It begins on January 5.",
        "January 5 = 2019-01-05",
    );
    names(
        "It began on May 3, 1999 and ended on May 9.",
        "May 3, 1999 = 1999-05-03; May 9 = 1999-05-09",
    );
    names("It began on November 5.", "November 5 = XXXX-11-05");
}

/// Every form a time may take, with its value in a text published on Friday, 26 January 2018.
#[test]
fn every_form_has_its_value() {
    const FORMS: &[(&str, &str)] = &[
        // Days of the calendar.
        ("on ⟦26-Jan-2018⟧ there", "2018-01-26"),
        ("on ⟦26/01/18⟧ there", "2018-01-26"),
        ("on ⟦1/26/18⟧ there", "2018-01-26"),
        ("on ⟦2018/01/26⟧ there", "2018-01-26"),
        ("on ⟦Friday, 26 January 2018⟧, there", "2018-01-26"),
        ("this ⟦2nd day of June 2017⟧ there", "2017-06-02"),
        ("on the ⟦15th⟧.", "2018-01-15"),
        ("on the ⟦30th⟧.", "2017-12-30"),
        // Ranges.
        ("from ⟦March⟧ to ⟦June 2017⟧ there", "2017-03; 2017-06"),
        ("between ⟦March⟧ and ⟦June 2017⟧ there", "2017-03; 2017-06"),
        ("in ⟦March–June 2017⟧ there", "2017-03/2017-06"),
        ("on ⟦4-6 July 1976⟧ there", "1976-07-04/1976-07-06"),
        ("in ⟦1914–18⟧ there", "1914/1918"),
        (
            "from ⟦7 October⟧ to ⟦9 November 2016⟧ there",
            "2016-10-07; 2016-11-09",
        ),
        // Parts of years.
        ("in ⟦late 2014⟧ there", "2014-Q4"),
        ("in ⟦late last year⟧ there", "2017-Q4"),
        ("in ⟦early next year⟧ there", "2019-Q1"),
        ("in the ⟦first half of 2011⟧ there", "2011-H1"),
        ("in the ⟦second quarter of last year⟧ there", "2017-Q2"),
        ("recorded in the ⟦second quarter⟧, it said", "2018-Q2"),
        ("arrived on the ⟦19th⟧ with a bus", "2018-01-19"),
        ("in ⟦Q3⟧ there", "2018-Q3"),
        ("in ⟦Q3 2016⟧ there", "2016-Q3"),
        ("in ⟦week 50 of 2016⟧ there", "2016-W50"),
        ("in the ⟦summer of 2023⟧ there", "2023-SU"),
        ("in the ⟦summer of last year⟧ there", "2017-SU"),
        ("⟦last winter⟧ there", "2017-WI"),
        ("in the ⟦summer⟧ there", "2018-SU"),
        ("since ⟦autumn⟧ there", "2018-FA"),
        // Relative times.
        ("the ⟦day before yesterday⟧ there", "2018-01-24"),
        ("the ⟦day after tomorrow⟧ there", "2018-01-28"),
        ("⟦a fortnight ago⟧ there", "2018-W02"),
        ("⟦a decade ago⟧ there", "2008"),
        ("⟦three months from now⟧ there", "2018-04"),
        ("⟦last Tuesday⟧ there", "2018-01-23"),
        ("called a strike for ⟦Monday⟧ there", "2018-01-29"),
        ("⟦this Friday⟧ there", "2018-01-26"),
        ("⟦next Monday⟧ there", "2018-01-29"),
        ("⟦last weekend⟧ there", "2018-W03-WE"),
        ("⟦earlier this month⟧ there", "2018-01"),
        // Lengths; ages are none.
        ("for ⟦two years⟧ there", "P2Y"),
        ("for ⟦a year⟧ there", "P1Y"),
        ("within ⟦an hour⟧ there", "PT1H"),
        ("after ⟦ten minutes⟧ there", "PT10M"),
        ("for ⟦several days⟧ there", "PXD"),
        ("for ⟦two decades⟧ there", "P20Y"),
        ("for ⟦at least a week⟧ there", "P1W"),
        ("in ⟦less than four months⟧ there", "P4M"),
        ("a ⟦six-month⟧ inquiry", "P6M"),
        ("one day in spring", ""),
        ("the flaw CVE-2017-36025 there", ""),
        ("a man 45 years old", ""),
        ("a 45-year-old man", ""),
        // Times of day.
        ("at ⟦10:30⟧ there", "T10:30"),
        ("at ⟦5 p.m.⟧ there", "T17:00"),
        ("at ⟦12 a.m.⟧ there", "T00:00"),
        ("at ⟦5:45pm⟧ there", "T17:45"),
        ("at ⟦noon⟧ there", "T12:00"),
        ("at ⟦09:15 GMT⟧ there", "T09:15"),
        (
            "on ⟦26 January⟧ at ⟦10:30⟧ there",
            "2018-01-26; 2018-01-26T10:30",
        ),
        (
            "at ⟦5 p.m.⟧ on ⟦Thursday⟧ there",
            "2018-01-25T17:00; 2018-01-25",
        ),
        ("John 3:16 says so", ""),
        ("room 5:30-12 is shut", ""),
    ];
    let told = |(drawn, values): &(&str, &str)| {
        let found = drawn.replace(['⟦', '⟧'], "");
        let mut names = drawn
            .split('⟦')
            .skip(1)
            .filter_map(|rest| rest.split('⟧').next());
        let expected: Vec<String> = values
            .split("; ")
            .filter_map(|value| Some(format!("{} = {value}", names.next()?)))
            .collect();
        let expected = expected.join("; ");
        let found = dates(Some("2018-01-26"), &format!("They met {found}"));
        (found, expected)
    };
    let (found, expected): (Vec<String>, Vec<String>) = FORMS.iter().map(told).unzip();
    assert_eq!(found, expected);
}
