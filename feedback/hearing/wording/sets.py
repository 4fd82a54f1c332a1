"""Named sets of words for templates. Data only. A set may hold other sets; "_" joins words that stand together."""

SETS: dict[str, str] = {
    "q": "question one bit part thing item page questions",
    "it": "it this that these them this_one that_one this_question that_question this_bit these_questions the_question "
    "this_survey the_survey this_chat this_thing the_questions this_form the_form this_questionnaire the_questionnaire",
    "person": "person human someone somebody anyone anybody someone_real somebody_real real_person human_being real_human "
    "actual_person actual_human proper_person live_person member_of_staff member_of_the_team staff_member worker adviser "
    "advisor operator agent man woman lady somebody_in_charge someone_in_charge staff the_staff the_team your_team "
    "someone_else a_manager manager nurse people real_people real_someone person_please human_person volunteer colleague",
    "a": "a an the one any some my your",
    "machine": "bot robot computer machine program app chatbot chat_bot ai a_i chatgpt chat_gpt automated automatic algorithm "
    "software robo siri alexa computer_program recording automated_system system",
    "human": "human person real_person real human_being real_human actual_person actual_human man woman someone somebody alive "
    "real_somebody real_someone proper_person live_person people lady bloke living_person real_people a_i_or_human",
    "mine": "my_answers my_answer what_i_said what_i_wrote what_i_told_you what_i_put what_i_have_said what_ive_said what_ive_written "
    "everything everything_i_said everything_i_wrote everything_i_told_you everything_ive_said everything_about_me everything_i_have_told_you everything_ive_told_you everything_i_have_said everything_i_have_written it_all all_of_it all "
    "all_my_answers my_data my_details my_information my_info my_feedback my_words my_story my_messages my_record my_records "
    "my_chat this_chat all_this all_that all_my_data all_my_info me my_account all_of_this it this that them these what_i_have_written "
    "all_the_answers the_answers my_responses my_response anything_about_me anything_i_said my_stuff all_my_stuff the_lot my_name my_number "
    "everything_you_have_on_me my_personal_data my_personal_information what_you_have_on_me what_you_have_about_me the_whole_thing "
    "this_conversation our_conversation the_conversation all_my_messages my_history my_last_message what_i_sent my_email my_email_address "
    "my_phone_number any_data_about_me all_information_about_me all_data_about_me",
    "answer": "my_answer my_last_answer the_last_answer my_answers an_answer that_answer this_answer the_answer it that this something "
    "one_of_my_answers what_i_said what_i_wrote what_i_put my_mind the_last_one the_first_one the_second_one the_third_one one the_one_before "
    "my_previous_answer a_previous_answer the_previous_answer the_one_about one_answer a_mistake my_mistake a_typo my_typo "
    "my_first_answer my_second_answer my_response the_previous_one the_last_thing what_i_just_said what_i_just_put the_date the_number "
    "some_answers some_of_my_answers a_few_answers something_i_said something_i_wrote something_i_put an_earlier_answer my_reply one_thing",
    "time": "sec second minute mo moment bit while tick seconds minutes secs hour hours day days week weeks jiffy ticks moments mos",
    "when": "later tomorrow another_time another_day after tonight in_a_bit in_a_minute in_a_while some_other_time next_week a_different_day "
    "this_evening this_afternoon at_the_weekend in_the_morning later_on a_bit_later after_work after_tea after_dinner after_lunch "
    "when_im_home another_day tomorrow_morning later_today at_a_later_time some_time_else in_an_hour on_monday next_time soon "
    "in_a_few_minutes in_a_few_days after_my_appointment when_i_feel_better when_i_have_time in_a_little_while in_a_sec",
    "reader": "staff the_staff my_doctor my_nurse my_gp the_ward the_hospital my_worker my_social_worker anyone anybody someone "
    "somebody people other_people a_human a_person a_real_person the_team they everyone my_family management the_manager the_trust "
    "the_council my_boss the_doctors the_nurses the_group real_people you my_psychiatrist my_therapist my_support_worker the_police "
    "the_government the_nhs the_dwp dwp my_care_team my_manager my_landlord anyone_else my_mum my_husband my_wife my_keyworker",
    "own": "this that it these what_i_write what_i_say what_i_said what_i_wrote my_answers my_answer my_words my_messages all_this "
    "these_answers my_feedback my_stuff my_info my_information my_data my_story these_messages the_answers my_responses this_stuff "
    "what_i_put what_i_type what_i_tell_you what_i_send what_i_am_writing what_im_writing what_im_saying these_things my_replies my_name "
    "my_details my_comments what_we_say what_people_say the_messages any_of_this anything_i_say my_personal_data my_number my_personal_info",
    "be": "is are was be will_be is_it are_you",
}
