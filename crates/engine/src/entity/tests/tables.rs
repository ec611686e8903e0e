//! Who is who, drawn: mentions under one name must become one entity, and no others.

use super::check;

#[test]
fn father_and_son_are_two() {
    check(&[
        "⟦person:Sam Vane Jr.=son⟧ met ⟦person:Sam Vane=father⟧. ⟦person:Sam K. Vane=father⟧ left.",
        "⟦person:Sam Vane Jr=son⟧ and ⟦person:Sam Vane III=grandson⟧ sang.",
    ]);
}

#[test]
fn middle_names_tell_people_apart() {
    check(&[
        "⟦person:George H. W. Marsh=elder⟧ met ⟦person:George W. Marsh=younger⟧.",
        "⟦person:Ann B. Cole=b⟧ met ⟦person:Ann C. Cole=c⟧ and ⟦person:Ann Bertha Cole=b⟧.",
    ]);
    check(&[
        "⟦person:Ann Bertha Cole=ann⟧ wrote. ⟦person:Ann Cole=ann⟧ signed. ⟦person:Cole=ann⟧ left.",
    ]);
}

#[test]
fn people_who_share_a_surname_stay_two() {
    check(&[
        "⟦person:Mary Oak=mary⟧ wrote. ⟦person:Oak=mary⟧ left.",
        "⟦person:Peter Oak=peter⟧ wrote. ⟦person:Oak=peter⟧ left.",
    ]);
}

#[test]
fn whoever_was_named_before_is_meant() {
    check(&[
        "⟦person:Peter Oak=peter⟧ wrote. ⟦person:Oak=peter⟧ left. He is a son of ⟦person:Adam Oak=adam⟧.",
    ]);
    check(&[
        "⟦person:A. Moor=angus⟧ met ⟦person:Lorne Moor=lorne⟧.",
        "⟦person:Angus Moor=angus⟧ sang.",
    ]);
}

#[test]
fn a_firm_goes_by_its_first_word_and_an_agency_is_not_where_it_reports_from() {
    check(&[
        "⟦organisation:Velluk Marine Insurance plc=velluk⟧ wrote.",
        "⟦organisation:Velluk=velluk⟧ left. ⟦organisation:Velluk Marine Insurance=velluk⟧ sang.",
    ]);
    check(&["⟦place:Velluk=town⟧ (⟦organisation:Sikrano=agency⟧) - It rained."]);
}

#[test]
fn particles_belong_to_the_surname() {
    check(&["⟦person:Jan de Wit=jan⟧ wrote. ⟦person:De Wit=jan⟧ left. ⟦person:de Wit=jan⟧ slept."]);
    check(&[
        "⟦person:Pia van der Berg=pia⟧ wrote.",
        "⟦person:Van der Berg=pia⟧ left.",
    ]);
    check(&["⟦person:Omar bin Salim=omar⟧ wrote. ⟦person:bin Salim=omar⟧ left."]);
    check(&["⟦person:Ludo van Maar=ludo⟧ wrote. ⟦person:Maar=ludo⟧ left."]);
}

#[test]
fn a_particle_may_be_a_first_name() {
    check(&[
        "⟦person:Al Moor=al⟧ wrote. ⟦person:Moor=al⟧ left.",
        "⟦person:Al Moor=al⟧ sang.",
    ]);
}

#[test]
fn accents_case_and_possessives_part_nobody() {
    check(&[
        "⟦person:Émilie Brücke=e⟧ wrote. ⟦person:Emilie Brucke=e⟧ left. ⟦person:BRÜCKE=e⟧ sang.",
    ]);
    check(&["⟦person:émilie brücke's=e⟧ hat. ⟦person:Brücke’s=e⟧ coat."]);
}

#[test]
fn names_from_other_scripts_are_one_however_they_are_put() {
    check(&[
        "⟦person:Sergei Karpov=s⟧ wrote. ⟦person:Sergey Karpov=s⟧ left.",
        "⟦person:Sergej Karpov=s⟧ and ⟦person:Karpov=s⟧ sang.",
    ]);
    check(&[
        "⟦person:Dmitry Khodorin=d⟧ wrote.",
        "⟦person:Dmitri Hodorin=d⟧ left.",
    ]);
    check(&[
        "⟦person:Muhammad Salah=m⟧ wrote.",
        "⟦person:Mohammed Salah=m⟧ left.",
    ]);
    check(&["⟦person:Vladimir Orlovsky=v⟧ wrote. Later ⟦person:Orlovskiy=v⟧ left."]);
}

#[test]
fn the_order_of_a_name_does_not_matter() {
    check(&[
        "⟦person:Nagy Imre=i⟧ wrote.",
        "⟦person:Imre Nagy=i⟧ left. ⟦person:Nagy=i⟧ sang.",
    ]);
    check(&["⟦person:Lovelace, Ada=a⟧ and ⟦person:Ada Lovelace=a⟧."]);
}

#[test]
fn initials_stand_for_given_names() {
    check(&[
        "⟦person:J. Harrow=john⟧ wrote.",
        "⟦person:John Harrow=john⟧ left.",
    ]);
    check(&[
        "⟦person:J.R.R. Harrow=john⟧ wrote.",
        "⟦person:John Ronald Ruel Harrow=john⟧ left.",
    ]);
    check(&[
        "⟦person:J. Harrow=somebody⟧ wrote.",
        "⟦person:John Harrow=john⟧ met ⟦person:Jane Harrow=jane⟧.",
    ]);
}

#[test]
fn short_first_names_stand_for_long_ones() {
    check(&["⟦person:Bob Harrow=r⟧ wrote. ⟦person:Robert Harrow=r⟧ left. ⟦person:Harrow=r⟧ sang."]);
}

#[test]
fn double_surnames_are_found_again() {
    check(&["⟦person:Inés García Ruiz=i⟧ wrote. ⟦person:García Ruiz=i⟧ left."]);
}

#[test]
fn a_company_is_not_the_person_it_is_called_after() {
    check(&[
        "⟦person:Philip Garner=man⟧ founded ⟦organisation:Philip Garner=firm⟧. \
         ⟦person:Garner=man⟧ left ⟦organisation:Philip Garner Inc.=firm⟧.",
    ]);
}

#[test]
fn bodies_go_by_what_a_document_calls_them() {
    check(&[
        "the ⟦organisation:Northern Harbour Board=b⟧ (\u{201c}the ⟦organisation:Board=b⟧\u{201d}) met.",
    ]);
    check(&["the ⟦organisation:NHB=b⟧ (⟦organisation:Northern Harbour Board=b⟧) met."]);
    check(&[
        "the ⟦organisation:NHB=b⟧ met.",
        "the ⟦organisation:Northern Harbour Board=b⟧ met.",
    ]);
    check(&["the ⟦organisation:Havenraad=b⟧, or ⟦organisation:Harbour Board=b⟧, met."]);
    check(&[
        "the ⟦organisation:Havenraad Noord=b⟧ (in English: ⟦organisation:Northern Board=b⟧) met.",
    ]);
}

#[test]
fn renamed_bodies_keep_what_they_are() {
    check(&[
        "⟦organisation:Lumen=l⟧, formerly known as ⟦organisation:Glow=l⟧, grew.",
        "⟦organisation:Glow=l⟧ shrank.",
    ]);
    check(&["⟦organisation:Glow=l⟧, now ⟦organisation:Lumen=l⟧, grew."]);
    check(&["⟦organisation:Glow=l⟧ has since been renamed ⟦organisation:Lumen=l⟧."]);
    check(&["⟦organisation:Glow=l⟧ (now called ⟦organisation:Lumen=l⟧) grew."]);
}

#[test]
fn an_acronym_of_two_bodies_is_each_documents_own() {
    check(&[
        "The ⟦organisation:Arctic Sea Board=one⟧ (⟦organisation:ASB=one⟧) met. The ⟦organisation:ASB=one⟧ left.",
        "The ⟦organisation:Allied Shoe Bureau=two⟧ (⟦organisation:ASB=two⟧) met.",
        "The ⟦organisation:ASB=unsaid⟧ slept.",
    ]);
}

#[test]
fn forms_and_articles_part_no_body() {
    check(&["⟦organisation:De Courant=c⟧ wrote. ⟦organisation:Courant=c⟧ printed."]);
    check(&["⟦organisation:Wexford Ltd=w⟧ met ⟦organisation:Wexford=w⟧."]);
    check(&[
        "The ⟦organisation:Department of Fisheries=f⟧ met. The ⟦organisation:Fisheries Department=f⟧ left.",
    ]);
}

#[test]
fn names_of_a_group_in_brackets_are_reported_as_one() {
    check(&[
        "⟦group:Salt Heron=g⟧ (⟦group:APT77=g⟧, ⟦group:The Waders=g⟧ and ⟦group:Blue Kite=g⟧) struck. ⟦group:Grey Heron=h⟧ did not.",
    ]);
    check(&[
        "⟦group:Salt Heron=g⟧, also tracked as ⟦group:APT77=g⟧, and ⟦group:Grey Heron=h⟧ struck.",
    ]);
    check(&["⟦group:Salt Heron=g⟧ and ⟦group:APT77=h⟧ struck."]);
}

#[test]
fn a_people_is_not_its_country() {
    check(&[
        "⟦nationality:Norwegians=people⟧ left ⟦place:Norway=country⟧. A ⟦nationality:Norwegian=people⟧ stayed.",
    ]);
}
