"""What people say to the program, by act, once politeness is taken off. Data only: templates, as `templates` reads them."""

from feedback.hearing.spellings import word_set

BEFORE = """
please/sorry/ok/hi/hello/hey/erm/um/uh/er/well/so/actually/right/look/oh/listen/just/kindly/alright/yes/ah/hmm/now/then/and/but/ooh/oi/hiya/god
excuse_me/all_right/by_the_way/btw/good_morning/good_afternoon/hi_there/hello_there/sorry_but/im_sorry/i_am_sorry/maybe/perhaps/thanks
can/could/would/will/may/might you/i/we/u/somebody/someone/anyone [please/just/possibly/kindly/maybe]
i/we would_like/want/need/wish/have/ought/wanted/prefer [to/too] [just/please]
i/we would_prefer/would_rather/d_like/d_rather/really_want/really_need/just_want/just_need/am_going/got [to]
id_like/id_prefer/id_rather/id_love/id_want [to] [just]
want/wish/need/going/like/got/have to
would_you/do_you/would_u mind [if_i/if_we]
let_me/lets/let_us/ill/i_will/i_can/im_going_to/i_am_going_to/we_can/shall_we/shall_i/im_gonna/i_shall/you_can/you_could/i_think_ill/i_might
is_it_possible/is_it_ok/is_it_all_right/is_there_a_way/is_there_any_way/am_i_able/am_i_allowed/any_chance/any_way/is_it_okay/is_it_too_late/is_it_fine
i_can/of/that_i/to/i_could/if_i/for_me
how_do/how_can/how_would/how_do_you/how_to [i/we/you]
do_i_have/can_you_help_me/help_me/i_think_i_will/i_think_we_should/you_should/tell_me/i_wonder/wondering/i_was_wondering [to/if]
""".strip()

AFTER = """
please/thanks/mate/love/pal/duck/pet/hun/hen/bab/babe/dear/now/sorry/ok/then/really/just/x/xx/xxx/though/tho/man/bro/lol/haha/sir/miss/madam/friend/darling
thank_you/if_thats_ok/if_possible/if_you_can/if_you_could/if_you_dont_mind/if_thats_all_right/for_me/for_us/i_think/for_now/if_i_can/if_i_may/again_please
thank_you_very_much/please_and_thank_you/right_now/if_you_would/if_you_please/all_right/honestly/to_be_honest/tbh/actually/okay/guys/flower/chick/son/lad
i_beg_you/if_thats_possible/if_that_is_possible/today/immediately/asap/straight_away/at_once/sweetheart/butt/la/pls/my_friend/there/again/here/yes/too/btw
""".strip()

ACTS: dict[str, str] = {
    "skip": """
skip/miss [out] [<it>/that/this/<q>/past] [<q>]
skip/miss/jump/ignore/avoid/leave_out/bypass [over/past/out/to/on] [the/this/that] <q>/next_question/next_one/next
give_this/give_that/give_it a miss
pass/passing [on/this] [<it>/this/that/<q>] [<q>]
next/next_up/nxt [one/question/q/bit/thing] [please]
<a>/another/different question/one/q
another/new/different question/one
go/move/jump/get/continue/carry_on/proceed [on/along/straight] [on] [to] [the] next [<q>]
move/moving on/along [from_this/from_that/to_something_else]
leave <it>/that/this/it [<q>] [blank/out/empty/unanswered/alone]
leave [this/that] [<q>] blank/empty
not [say/answer/tell/talk_about/discuss/get_into/share/go_into/go_there] [you/to/that/<it>]
rather/prefer/prefere not [to] [say/answer/tell/talk/discuss/get/share/go] [you/about/into] [<it>/there]
i/id [would] rather/prefer/prefere not [to] [say/answer/tell/talk/discuss/get/share/go] [you/about/into] [<it>/there]
[i] dont/do_not/wont/wouldnt/cant/will_not [really] [want/wish/like/care] [to] say/answer/tell/talk/discuss/share/reply/respond/comment [you/to] [about] [<it>/question] [<q>]
[i] dont/do_not/wouldnt/cant want/feel_comfortable/feel_like/wish/care/feel_able [to] answer/say/answering/saying/talking_about/sharing/talk/share/tell/discuss [you/about/to] [<it>] [<q>]
im/i_am/am not [comfortable/happy] answering/saying/telling/going_to_answer/sharing/with/talking/telling_you/going_to_say/discussing [you/about] [<it>/this_question/that]
[im/i_am] not answering/telling/saying [you] [<it>]
not/no comfortable/comment/thanks_next [answering/with/saying] [<it>/this/that]
[its/thats/that_is/it_is/this_is] none_of_your_business/none_of_yours/none_of_ur_business/too_personal/private_that/a_bit_personal/very_personal/no_your_business
[thats/that_is/its/this_is/it_is] [too/a_bit/very] personal/private/nosy [question]
mind your own [business]
[this/it/that/<q>] [this/that] not_applicable/not_relevant/doesnt_apply/does_not_apply/dont_apply/n_a/isnt_relevant/not_for_me/is_not_for_me [to] [me]
n/not a/applicable
nothing_to_say/nothing_to_add/no_answer/no_comment/without_answer/no_reply [to/for/on/here] [<it>]
dont ask [me] [<it>/about_that]
without answering [<it>]
not go_there/going_there/that_one/this_one
do_i_have_to_answer/must_i_answer/have_to_answer/dont_have_to_answer/i_dont_have_to_answer [<it>] [<q>]
what_if_i_dont_want_to_answer/i_refuse_to_answer/refuse_to_answer/i_decline/decline_to_answer/i_decline_to_answer/refuse [<it>]
""",
    "stop": """
[i/a] want oot/out
stop/quit/exit/end/cancel/finish/terminate/leave/close/abort/unsubscribe/halt/enough/stopping/optout/finished/quitting [me/here/there] [<it>/everything/now/chat/survey/asking/all/it_all/conversation] [now/there/here]
stop/quit/end/finish/close/leave/cancel/exit the/this/our survey/chat/questions/conversation/questionnaire/form/interview/session
stop/no asking/messaging/texting/sending/contacting/bothering/writing/pestering/talking/messages/emailing/spamming/with/more [me/to_me/with] [things/questions/stuff/messages/so_many] [these/this/the] [questions/messages/texts/stuff/things/anything]
stop with/all the/these/this/your questions/messages/texts/survey
no_more/enough_of/enough_with/sick_of/fed_up_with/fed_up_of/tired_of/bored_of/had_enough_of/done_with [the/these/this/all/your] [questions/messages/texts/of/this] [please/questions/now/today]
im/i_am/am/so/i_was [so/really/just] sick_of/fed_up_with/fed_up_of/tired_of/bored_of/done_with/finished_with/bored_with/through_with/over/not_interested_in [all] [the/these/this/it/your] [questions/messages/now/texts/survey]
ive/i_have/had had/have enough [of] [this/it/questions/these/these_questions/all_this] [now]
ive/i_have/had enough [of] [this/it/questions/these/these_questions]
thats/that_is/thats_it/is enough/it/all/me/me_done [questions/from_me/now/for_me/i_want_to_say/from_me] [for_today/done/for_now]
im/i_am/am [all] done/finished/out/bored/off/leaving/not_interested/stopping/going/fed_up/quitting [with] [this/here/now/it/answering/talking] [with_this/for_today]
not interested [in] [this/it/any_more/anymore/your_survey]
leave_me_alone/leave_me_be/go_away/bog_off/get_lost/sod_off/piss_off/fuck_off/clear_off/f_off/shut_up/do_one/bugger_off/jog_on/leave_off
bye/goodbye/bye_bye/good_bye/see_you/cya/ta_ra/tara/farewell/see_ya/cheerio/good_night/night/adios [bye/for_now/then/later]
i_give_up/give_up/giving_up/i_quit/im_out/forget_it/forget_this/i_surrender/sack_this_off/sack_this
[i] dont/do_not/wont/cant/couldnt [really] [want/wish/need/like/think_i] [to/can] do/continue/carry_on/go_on/answer/keep_going/take_part/talk/be_doing/finish/participate/be_part_of/chat/be [with] [this/it/<it>/any_more/any/in_this] [survey/more] [questions/any_more/anymore/now/more] [anymore/more]
[i] dont/do_not want any_more/more/this/these/to/no_more/it [of] [these/questions/messages/texts/this/any_more/anymore] [questions]
[i] [really] cant/cba/cannot/couldnt be bothered/arsed/asked/doing_with_this [with/to] [this/it/do_this/carry_on/answer/now] [any_more/anymore/all_this]
cba [with] [this/it] [anymore]
dont/do_not message/text/contact/write/ask/email/bother/send/messaging/call [to] [me] [any_more/again/more/ever/anymore/questions/messages/anything/nothing] [again/messages/questions/more]
[this/it/thats/this_is/its/that_is] [is/survey_is/takes/taking/are] [far/way/much/just] too/so/very_much_too/taking_too/takes_too long/many_questions/boring/much/much_for_me/many
too/so many questions/messages
[this/it/its/this_is] [is] boring/rubbish/pointless/a_waste_of_time/a_waste/waste_of_time/taking_too_long/stupid/taking_forever/nonsense
opt/get/take/want/remove me/out/off/us out/off/from [of] [this/it/here/the_list/your_list/list/me/this_list]
opt/get/want/back/drop out [of] [this/it/here]
<it> stop/end/finish/finished
lets leave_it_there/call_it_a_day/leave_it_at_that/stop_there
leave_it_there/call_it_a_day/leave_it_at_that/wrap_it_up/wrap_this_up/end_it_here/end_this/log_me_out/log_out/sign_out/stop_it_there/end_it_there/wrap_up
make it stop
that_will_do/thatll_do [me] [for_today]
over_and_out/its_over/the_end/no_more/no_further_questions/take_me_off/count_me_out/not_doing_this/im_not_doing_this/nothing_more/nothing_more_to_say/not_taking_part
""",
    "pause": """
pause/wait/paused/waiting/hold/hang/hangon/holdon/brb/afk/break/rest/breather [it/this/on/up/there/the_chat/the_survey/the_questions/here] [a/one] [<time>] [on]
wait/hang/hold/bear on/up/fire/with_me/a/one/for/your_horses/the_line/there [a/one/for/on] [<time>/sec] [on]
[im/i] [just] [away] for [a/one/two/five] <time>
in/just/one/half/two/five/a/couple_of/give_it/be/with_you_in/back_in/be_back_in/i_am_back_in/ill_be_back_in/one_more [a/one/two/five/half/couple_of/ten/an] [little/quick/few] <time>
give/need/want/gimme/take/have/having/taking/get/got/must_have [me] [to] [a/some/five/ten/one/two/just_a/5/10/15/30/20/half_an/an/few/a_few/short/quick/couple/half/a_couple_of/3/2] [of/little/short/quick/wee] <time>/time/break/rest/breather/pause/space/minutes_please/cuppa/think/fag_break/tea_break/fag/brew/cup_of_tea/lie_down
[i] need/want/take/have/lets_take/time_for a/some/little/short [little/quick/short/wee/bit_of] [a] break/rest/breather/pause/time/cuppa/brew/time_out/time_to_think
[im/i_am] on [a] break
[im/i_am] [a_bit/really/very/so/too] busy/tired/knackered/exhausted/at_work/driving/out_at_the_minute/on_the_bus/in_a_meeting/shattered/worn_out/at_the_shops/in_the_middle_of_something/in_work/cooking [at_the_moment/now/right_now/at_the_mo/today/at_the_minute/for_this]
[im] not [right/just] now/today/a_good_time/the_moment/tonight/at_the_moment/good_time/yet/just_yet/convenient/up_to_it_today/a_good_moment
now_is_not_a_good_time/bad_time/nows_not_a_good_time/this_is_not_a_good_time/its_not_a_good_time/its_a_bad_time/now_isnt_a_good_time/its_not_a_good_moment
later/l8r/laters/tomorrow/another_time/another_day/some_other_time/maybe_later/do_it_later/in_a_bit/in_a_while/next_time
do/finish/continue/carry_on/answer/complete/come_back/resume/return/start/try/pick/save/leave/go_on/talk/get_back/reply/stop/pause/break_off/message/chat/be_back/do_the_rest/have_another_go/keep [on/with/of/up] [to] [you/it/this/<it>/rest/the_rest/me/of_it/that/them/here/rest_of_it/these] [up/again/back/for/till/until/at/to/some/off/on/this] [it/this/and] [come_back/carry_on/finish/do_it/continue/return] [<when>/<time>] [on]
do/finish/continue/answer/complete/come_back/talk/reply/pick_up [to/this/it] [<it>/rest_of_it] <when>
save/keep/store [<it>/my_place/my_progress/where_i_am/it_as_it_is/my_answers/what_ive_done] [and/for/to/till] [come_back/finish/later/carry_on/do_it/finish_it] [<when>]
remind me [<when>/in_an_hour/again/to_do_this/about_this] [<when>]
[i] have/got/need/must/off/i_am_off/im_off/gotta/gtg/g2g [to] go/dash/run/pop/nip/leave [now/out/and/soon/away/off] [out/do_something/get_the_kids/get_my_bus/for_now] [for] [a] [<time>/be_back_soon]
[i] be_back/back/be_right_back/come_back/brb/get_back_to_you/ring_you_back/message_back/carry_on/do_it/do_this/finish/finish_it/return/do_the_rest [soon/<when>/in_a_bit/shortly] [in/when] [a/one] [<time>/i_can/im_ready]
ask/message/text/try/contact/write me <when>/again_later/again_tomorrow
[i] cant/dont_have_time/no_time/havent_got_time/havent_time/not_got_time/i_have_no_time/dont_have_the_time/cant_do [to] [talk/do/this/answer/it/now/for_this/right_now] [this/it] [now/right_now/at_the_moment/today/at_the_minute/just_now]
someones_at_the_door/phone_is_ringing/phones_ringing/the_phone_is_ringing/door/my_bus_is_here/the_kettle_is_on/my_dinner_is_ready
slow down
[i/im] need/needs/thinking [time/a_moment] [to] think [about_it/about_this/first]
let_me_think/thinking/let_me_have_a_think/have_a_think [about_it/about_this/first]
""",
    "back": """
back/previous/undo/prev/backwards/backward/reverse/return [one/a_bit/up/question/step/<q>/please/a_step/to] [<q>] [the_last_one/the_one_before]
go/take/move/get/scroll/jump/step/send/skip/turn/put [me/us/it] back/backwards/backward [a/to/one/the/two/by/up] [one/a/the/my/that/last/previous/first/second/earlier/bit/sec] [question/one/answer/step/bit/sec/page/last/previous/second/time/questions/before/place] [<q>] [before]
go/take/get/return/see/show/look/open [me] [back/to/at/again] [the/my] last/previous/earlier/one/question/prior <q>/before/before_this/before_that/question_before/answer [before/again] [this/that]
the/to_the/my last/previous/prior/earlier question/one/q/bit/page [again/before]
last/previous/prior/earlier question/one/q/page [again]
the/to_the/to/one one/question/before [before] [this/that/last]
one/a step/question/page/back back [one]
can_i_go_back/go_back/going_back/step_back
""",
    "continue": """
im_here_again/i_am_here_again/here_again
continue/proceed/resume/ready/start/begin/go/onward/onwards/continuing/okay_go/restarted/unpause/play [now/with/it/on/again/chat/this/survey/questions] [<it>/the_questions/the_survey/with_it] [please]
carry/keep/go/crack/get/press/push/keep_on on/going/ahead/it/started/with_it/on_with_it/cracking/moving/forward/forwards [with/to] [<it>/then/please/the_questions/the_rest/the_survey/from_where_i_left_off/where_i_left_off]
im/i_am/we_are/i_feel/am ready/back/here/ready_now/good_to_go/back_now/all_ready/happy_to_continue/still_here/happy_to_carry_on/ok_to_carry_on/set [to] [now/go/again/start/continue/carry_on/begin] [again]
back [again/now]
lets/let_us/we go/start/do_this/do_it/begin/continue/get_started/crack_on/get_going/get_on_with_it/carry_on/get_this_done/roll/get_it_over_with/resume
lets do this/it
do_this/do_it/fire_away/shoot/bring_it_on/hit_me/go_for_it/ask_away/ask_me/get_on_with_it/crack_on/lets_get_on_with_it/on_you_go/get_going
pick_up/pick_it_up/start/begin/carry_on/continue/resume [from] where/from/again [we/i] [left/stopped] [it] [off]
where_were_we/where_was_i/where_did_we_get_to/what_next/whats_next/what_is_next/what_now/now_what
finish [the/this/off/my] [rest/survey/questions/it] [now/off]
what_s_next/ready_when_you_are/ready_now/you_may_continue/you_may_begin/please_continue/good_to_go/i_can_go_on/i_want_to_continue
""",
    "help": """
[i] cant/cannot/dont/couldnt work/use/figure/get/manage [out/with] [<it>/this_thing/the_thing/this_out] [out/thing/to_work]
help/halp/sos/assist/menu/options/commands/assistance/instructions/support [me/please/needed/with] [<it>/here/out/understand/with_this/with_it/do_this/use_this/answer/typing/this] [please]
help me/please [with/out/understand/to/use/do/answer/fill] [<it>/in_this/this/out/understand/answer/do/use/typing/the_questions] [<it>/please]
[i/you/we/me] [really] help/some_help/any_help/a_hand/assistance/support/guidance/bit_of_help/little_help/a_bit_of_help/a_little_help/instructions [with/to/doing/using/here/filling/answering] [<it>/answer/this/use/do/fill/in_this/typing/the_questions/me/the_app] [<it>/in] [please]
[i] need/want/get/give_me/have/require [some/a_bit_of/any/a/little/your/bit_of/more] help/hand/assistance/support/guidance/instructions [with/to/doing/using/here/filling] [<it>/answer/use/do/fill/in_this/typing/the_questions] [<it>/in] [please]
[what/how] how/what [do/does/can/should/am/must/to] [i/this/it/you/we/thing] [supposed/meant/got/have/need] [to] do/work/use/answer/press/type/say/reply/click/tap/works/choose/write/pick [now/next/here/<it>/to_do_this] [work/next/now]
what do/should/can/am/must/shall i/we [supposed/meant/got/have/need] [to] do/say/press/type/write/put/click/tap/reply/answer/choose [now/next/here/to_you]
how do/does/should/would/am/can/did i/this/it/we/you/one [supposed/meant/thing/chat/survey] [to] work/use/answer/reply/do/type/works/go_about_this/respond/fill/write [<it>/here/in] [in/work] [this]
use/answer/work/do this/it/<it>
what [are/is] [my/the/are_the] options/choices/commands
im/i_am/am/i [a_bit/totally/completely/so/really/bit/very/just] [get] stuck/lost/struggling [here/with_this/with_it/on_this/with_the_questions] [now]
[i] dont/do_not know [what/how] [to] do/use/work/answer_this/type/press/say_here/say_to_you/i_am_doing/im_doing/use_this/do_this/work_this/answer_you/reply/this_works/what_to_do [<it>/now/here/next]
[this/it/its/the/my] [is/button/buttons/link/page/screen/app/chat/phone/thing] [is/are] not/isnt/doesnt/wont/arent/dont/frozen/broken/stuck/keeps work/working/load/loading/open/opening/let_me/freezing/crashing [for_me/properly/right]
[i] cant/dont see/find/press/tap/click/read/type/open/work/use/get [the/any/a/it/this] [buttons/button/options/question/picture/text/screen/it/link/keyboard/properly/to_work] [to_work]
something [is/has] [gone] wrong [with/here] [this/it]
any/can_anyone/can_someone/could_someone/will_someone/can_somebody/someone help [me]
cyngor/pomocy/ayuda/aide/ajuda/ajutor/madad/yardim/cymorth
""",
    "person": """
put us/me through [to] [someone/somebody/a_person/a_human/the_team/the_office]
[to] [i] talk/speak/chat/spoke/talking/speaking/connect/connected/transfer/transferred/put/pass/get/refer/hand [directly/me/through/properly] [to/with/through/on/over/onto] [me/to/with] [<a>/another] [actual/proper/live/real/different/nice/human/human_being] <person> [there/on_the_phone/in_person/real/instead/human/about_this/about_it/from_the_team/at_the_service/who_works_there/face_to_face/in_charge/please/and_not_a_machine/not_a_machine/not_a_bot/not_a_robot]
[i] [want/need/prefer/get/give_me/find/have/see/contact/reach/ask/phone/ring/call/meet/email/request/like/get_me/got/message/find_me] [to] [a/an/the/another/some] [actual/proper/live/real/different] <person> [there/on_the_phone/to_talk_to/to_speak_to/to_call_me/to_ring_me/to_phone_me/to_contact_me/real/instead/please/i_can_talk_to/i_can_speak_to/to_help/to_get_in_touch/on_phone/who_can_help/to_help_me/to_get_back_to_me/to_listen/not_a_bot/not_a_machine/not_this/about_this/not_a_robot/to_message_me/to_talk/face_to_face]
real/human/actual/live/proper person/human/agent/operator/being/adviser/contact/one/people/staff
operator/receptionist/agent/adviser/advisor/human/person/customer_service/customer_services/representative/a_person/a_human/someone_real
is/are there [a/any/an] [real/actual] <person> [real/there/i_can/else/to/who/available/that/here] [i] [can/to/could] talk/speak/call/ring/phone/contact/chat/ask/message/help [to/with] [me/instead]
is/are there [a] number/phone_number/phone/helpline/telephone_number [i_can/to/for/i_could] [call/ring/phone/you/speak/use/someone]
[whats/what_is/give_me/have/have_you_got/do_you_have] [a/your/the] phone/contact/telephone/number [number/details] [please/to_call/i_can_call/i_can_ring/to_ring/for_you]
[<person>/you/they/someone/they] call/ring/phone/contact/get_in_touch/telephone/bell/get_back_to/give/message/email/visit/speak_to [me/with/us/back/a] [me/back/a] [call/ring/up/bell/instead/back/please/tomorrow/directly/about_this/myself/by_phone]
who/where can/do/should/could i call/ring/phone/talk/speak/contact/complain/ask [to/about] [about/instead] [this/it/someone]
[do/answer/talk/would/prefer/rather/have] [this/it/<it>] [to/do/by/over/on/it/in] [do/talk/the/phone/a] [it/phone/call] [by/over/on/in] phone/the_phone/person/call
rather/prefer speak/talk/to_speak/to_talk/speaking/talking to/with [a/an/the/an_actual/a_real/some] <person>
not [talking/speaking] [to] [a] bot/machine/robot/computer
[i] dont/do_not want/like [to] talk/speak/chat/talking/speaking to/with [a] machine/bot/robot/computer
make a complaint
put me through [to] [a/an/the/someone] [<person>]
is/are <person> available [to_talk/to_speak/to_talk_to]
ring/phone/call me [up/back/please/tomorrow/later/instead]
""",
    "privacy": """
what about [my/the] gdpr/privacy/data_protection/confidentiality/data/anonymity
what do/does/will you/they/it know/have/hold/find_out/remember/keep about/on me
is/will it/this/that [be/stay/a] secret/private/anonymous/confidential <own>
[is/are/will/would/does] [<own>/my/it/the_chat/this_chat/these] [be/stay/staying/kept/all/completely/really/going/remain/is/keep/are/here/stays] [to_be/be/kept] [completely/totally/really/fully] private/confidential/anonymous/secure/secret/safe/anonymised/encrypted/between_us/just_between_us/just_between_you_and_me/in_confidence/protected/gdpr_compliant [or_not/chat/here/from_the_staff/right/and_confidential/and_secure/with_you/isnt_it/to_talk_here]
private/privacy/confidentiality/gdpr/confidential/anonymous/data_protection/privacy_policy/privacy_notice/privacy_statement/privacy_information/my_privacy [policy/notice/please]
[whats/what_is/where_is/show/see/read/have_you_got] [me] [your/the/a] privacy/data/data_protection/gdpr/confidentiality policy/notice/statement/rules/information
[is/are/will] [be/it/this] anonymous/private/confidential/secure
what/whats/how/where do/will/are/happens/is/does/happening/would/did [you/they/to/with/u/happen/be/the_nhs/happens/your_team] [do/doing/going/use/store/keep/using/happen/kept/stored/keeping/share] [to/do/happen/with] [with/to/use] <own> [for/with/about/after/afterwards/used_for/go/stored/kept/used/shared/collected/safe]
what/whats/how/where happens/happen/does/is/are/do/will/does_it_go [it/to/with/be/happen/going/after] [<own>/the/my] [info/data/answers/information] [used_for/after/stored/kept/used/afterwards/next/protected/shared/for/saved/held]
where/how [is/are/do] [all/you] <own> kept/stored/go/saved/held/used/protected/keep/keep_it/store/end_up/use
[will/do/does/are/is/would/can] you/it/they/this/anyone/u/somebody/this_thing/he [ever/going] [to] share/sell/pass/give/keep/store/record/track/tell/save/use/recording/tracking/sharing/pass_on/trace/saving/selling/show/link/know [my/me/it/this/on/<own>/anything/what_i_say/out/away/any/to/a] [on/data/name/number/details/info/email/record/answers/ip_address/phone_number/information/address/identity/location/conversation/of_this] [to/with/of/onto/what/for/who/from] [<own>/anyone/the_dwp/dwp/my_doctor/the_hospital/the_police/other_people/others/anybody/the_council/my_name/my_gp/third_parties/companies/i_am/the_ward/staff/this/<reader>/im_on/anybody_else]
[will/does/can/could/would/do] [be] [<reader>/anyone/it/they/people/you] [be/able/able_to/ever] [to] know/find/tell/trace/identify/recognise/connect/link/hear/work [out/that/its/it/about/me/who] [it/out/is/was/me/who/what/<own>/about/i_am/its] [me/i/that/this/i_am/was_me/from/back/who] [said/wrote/am/me/this/is/wrote_this/said_this/it_was_me/it/to_me/said_it/i_am/that/wrote_it] [it/this/that]
[will/does/is/do/can] my/our/the/any/your/you [need/use/keep/know/have] [my] name/names/number/details/identity/email/address/data/phone_number/words [be/going/appear/get/to/get_used/on/used/show] [to/shown/used/be/on/in/published/shared/attached/with] [on/in/with/to/anywhere/up/shared/published] [this/it/anyone/anywhere/the_report/them/my_answers/a_report/my_doctor/there]
do/will/have i/you [have/need/want] [to] give/put/say/know/use/need/got/have [you] my name/details/address/number/real_name/date_of_birth/email
will/does/could/can this/it/what_i_say/anything_i_say/my_answers [be] affect/change/count/used/harm/go/get/make [on/against/me/my/into/in/any] [against/trouble/my] [care/benefits/treatment/record/records/medical/me/difference/notes/trouble/pip/visa/support/services/file/tenancy] [record/records/file/care/notes]
will i/we get [in/into] trouble [for_this/for_saying_this/if_i_say/for_what_i_say/if_i_tell_the_truth]
how/what secure/safe/private/long/information is/do/are/will/have/data/does/you [you/your/this/they/on/it] [keep/have/hold/store/collect/it/chat/get] [<own>/it/data/for/on/about/collect/kept/kept_for/stored] [me/for/on/about]
how long/safe/secure is/are/do/will [you/my/it/this/be/they] [keep/data/answers/hold/store] [<own>/kept/it/be/stored/information] [for/kept/stored]
what information/data/info/details do/does/are/have/will you/they/it [have/keep/store/collect/hold/collecting/got/need] [on/about/from] [me]
who has/have/got/owns/holds/keeps access [to] <own>
who has/have/owns/holds/keeps <own>
who/whos/with_who else/do/will/are/has/with/can/you you/have/access/keep/share/shared [share/have/got/tell/with] [<own>/to/this_with] [with/to] [<own>]
who will/do/does/are you/they tell/share/pass/sharing/telling [about/on] [<own>/this_with/to] [with/to/this]
[i] dont/do_not want my_name/anyone/them/people/staff/the_staff/my_doctor [to] [know/be/on/find] [used/on_it/out/its_me/it_was_me/on_this/published/shown]
are [my/you/we] [answers/data/being] [anonymous/private/recorded/recording/safe/confidential/recording_this]
""",
    "who-reads-this": """
who/whos/who_s/what_person/which_person [is/else/will/can/actually/exactly/gets/all/does/do/would/is_going/are_going/be] [to/be/is/actually/going/the_ones] [to/be] read/reads/see/sees/reading/seeing/look/looks/get/gets/view/views/check/checks/seen/looking/receive/receives/listening [to] [at/through/to_see/to_read/on/over] [<own>/all/everything] [i_write/i_say/this/of_this/stuff/then/messages/here]
who/where is/does/do/will/are [this/it/these/they/<own>/you] [all/be/going/go/sent/get] [go/going/sent/for/to/from/end_up/seen_by/read_by] [to/by] [next]
who/whos/who_s/who_is/what/whats is/are/behind/this/you/sent/made/runs/asking/am/be/was/running/it/wants/on/doing/does/put/the_point/writing/set [this/you/it/that/i/me/behind/to_me/the/end/other/for/all/of/about/thing/from/they/up] [to/talking/speaking/chatting/from/with/thing/this/for/about/survey/chat/want/messages/messaging/number/end/text/of/up/ask/in_aid_of/is/asking/texting] [to/with/to_know/about/for/me/this/then/chat/survey/number/them]
who am/are/is i/you/this [even] [talking/speaking/chatting/texting/messaging/writing/from/with] [to/with]
who wants/needs to_know/this/my_answers/these_answers
does/do/will/is/are/would/can/did <reader> [actually/ever/even/going/really/still/be/able] [to] read/see/look/reading/listen/get/check/view/seeing/looking/listening/hear/access [at/through/to] <own>
does/do/will/is/are/would/can/did [anyone/anybody/someone/somebody/a_person/a_human/people/<reader>] [actually/ever/even/going/really/be] [to] read/see/look/reading/listen/get/check/view/looking [at/through] [<own>/all_this/everything/the_answers]
what/whats is/are/s this/these/all_this/it/that survey/chat/all/even/questions/thing/for/about/message [about/for/in_aid_of/thing]
what is/are [the] point/purpose/aim/reason [of/for] [<it>/this/these]
why are/do/am/have/did you/i/they/u [asking/need/want/getting/texting/messaging/ask/got/get/contacting/sending/writing] [to_know] [me/all/this/these/that/to] [this/these/that/questions/messages/all_this/things/know]
why do you want/need [to_know] [<own>/to_know/this_information/all_this]
how/where did you get my/this number/email/details/name/address/phone_number
who gave you my number/email/details/name/address
[is/are] [this/you/it] [part/from/with/run/the/for/by] [of/from/by/the/with] the nhs/hospital/council/government/ward/trust
is [this/it] [a] scam/legit/real/genuine/fake/spam/joke/phishing/con/wind_up/legitimate/official
""",
    "are-you-human": """
bot/robot/human/chatbot/ai/machine
are/is/r/be/am/was you/this/that/it/i/u/there/we/ur [even/just/really/actually/a/an/some/all/talking/speaking/chatting/texting/messaging/writing/with/to/dealing/typing/like/seriously/sure_you_are_not] [to/with/actually/a/an/even/really/some/like/just] [a/an/some/any/with/to/the/kind_of/sort_of/real/actual/one_of_those/sort_of_a] <machine>/<human>/person/human/real/alive/humans/robots/a_bot/bots/ai_bot/answering_machine/machines/thing/computers [or/there/reading/that/and/on/person/bot/robot/answering/a/typing/here/talking/behind/thing/thingy/doing/asking/texting/messaging/not/at/writing] [a/an/not/on/there/real/the/this/what/at/other/is/bot/robot/me/to/or/human/these/reading] [<machine>/<human>/human/person/real/this/there/end/other_end/other/questions/not/typing/me/what/the_other_end/what_i_say/just_a_computer/a_robot/a_bot/a_machine/a_computer/an_ai/a_person/bots/robots/line/replying]
are/is/r you/this/it/that/u not [a/an] [real] <machine>/<human>/human/real
[so/is] you/your/ur/youre/u/this/its/im_talking_to/i_am_talking_to/its_just [are/is/just/not/really/talking_to] [a/an/just/some/not] [a/an] <machine>/human/real/person/real_person [or/arent/right/isnt] [not/what/you/a/it] [a/human/real/bot/person/person/robot/machine] [person]
is/are [there] [anyone/anybody/someone/somebody/a_person/a_human/a_real_person/a_real_human/any_human/real_person/people/a_human_being/an_actual_person/a_man/a_woman] [real/actually/human/even/really] there/typing/reading/real/answering/on/behind/here/listening/replying/home/writing/on_the_other_end/at_the_other_end [this/the/these/my/there/messages/to_me/right_now/this_live] [messages/other_end/screen/side/line/now]
[are] you/u [a/an/really/actually/even/just] real/human/bot/robot/machine/person/ai/computer/real_person [or] [not/what/a/an/just] [bot/human/robot/person/machine/real_person/computer/ai/real]
bot/robot/human/machine/computer/ai or [a/an] [real] bot/robot/human/person/machine/real/computer/not
a [real] <machine>/human/person or [a/an] [real] <human>/<machine>/human/person/real/not
do/am/did/have/does i/you/we/a [talk/talking/speak/speaking/chat/write/texting/messaging/been_talking/writing/have/chatting] [to/with] [a/an/real/the] <machine>/<human>/person/human/feelings/name/a_name/a_body
anyone/anybody/someone/somebody/hello_anyone/is_anyone [real/actually] there/home/in/real/listening/reading_this
have/do you [got/have] [a/any] name/feelings/body
whats/what_is your name
who or_what are/am/is you/i [talking_to]
what are you
prove [to_me] [that] [you/youre] [are] [human/real/not_a_bot/not_a_robot]
""",
    "delete": """
delete/erase/remove/wipe/scrub/bin/destroy/delet/clear/forget/scrap/rub_out/withdraw/get_rid_of/take_down/throw_away/retract/trash/dispose_of/chuck/take_back/bin_off/cancel_and_delete/take_out/undo_and_delete/wipe_out/del/rid_of [all/off/of/away/out] <mine>/<own>/<answer>/history/chat/data/conversation/answers/messages [off/away/out/you/from/up/for_good/forever/permanently/and/that/now/completely/about] [have/hold/got/of/ive/i/your/the/everything/me/system/records/systems/you/database/said/wrote] [on/about/system/records/said/given/wrote/database/have/sent/put/told] [me/you]
delete/erase/wipe/forget/remove [me/it/this/all/everything/that/them]
[i] want/need/have/get/wish/like/ask/request/demand <mine>/<own> [to] [be/get] deleted/erased/removed/wiped/gone/destroyed/forgotten/withdrawn/binned/taken_down/scrubbed
get rid [of] <mine>/<own>
dont/do_not/i_dont_want_you_to/you_cannot/i_do_not_want_you_to keep/use/save/store/hold/keeping/publish/send <mine>/<own>/anything/anything_i_said/any_of_it/any_of_this [i_said/of_it/of_this/i_wrote/any_more/on_me/i_told_you]
[i] [have/want/claim/use/exercise] [my/the] right to/of be/erasure/forgotten [forgotten]
[i] withdraw/take_back/change_my_mind_about/withdrawing [my] consent/permission/everything/agreement
throw/chuck/put/take/wipe/clear/scrub/rub <mine>/<own> [in/out/away/off/down/back/clean] [the_bin/the_system/your_system/your_records]
be forgotten
forget [all/about/that] [about/i] [me/what/everything/said/this/that/ever] [i/said/anything/wrote/told] [said/wrote/told_you/you]
pretend i never/didnt said/say/wrote/told_you/tell_you [anything/that/this/it]
<mine> deleted/erased/removed/gone/wiped
all deleted/gone/wiped
""",
    "change": """
[<answer>/my_answer_before/the_answer_before] is/was not right/correct/what_i_meant
change/edit/correct/fix/alter/amend/modify/redo/update/revise/swap/adjust/rewrite/rephrase/replace/put_right/do_over/sort/rectify/take_back/re_do/chnage [out] [<answer>/<mine>/number/question/answer/to/the/my/that/an/one] [one/two/three/number/question/answer/thing/typo/mistake/error/bit/spelling/age/date/first/second/third/last/postcode/reply/to] [one/to/about/i/from/number/question/answer/for] [gave/said/wrote/put/yes/no/partly/before/three/two/one/1/2/3/4/5/travel/the/question/it] [one/now/before/first/earlier/last/second/about]
change [of/my] [mind/mind_on_that/answers]
have_changed/changed/ive_changed/i_changed/i_have_changed/changing my mind/answer [on/about] [<it>/the_last_one/that_one/something]
make/made/making/done/did/do/there_is/theres/i_made/ive_made/i_have_made/ive_done/found a/an/some/the/one [small/little/silly/big] mistake/change/error/typo/correction/boo_boo/booboo/slip/edit/changes/misspelling [in/on/with/there/to/about/earlier/somewhere] [<answer>/the/my/number/question/that] [one/last/two/three/first/second/answer/previous] [answer/one/question]
[i] made/make mistake [in/on/with] [<answer>/that/the_last_one/number]
mistake/typo/wrong/error/correction/oops/whoops/oopsie [in/on/there/answer/button/one/number/key/that/sorry/wrong/i_meant] [<answer>/button/one/i_meant/last_one/wrong_button/wrong_one/wrong_answer/my_last_answer] [one]
[thats/that_was/its/it_was/that/this_is/i_got/ive_got/got/it_is/that_is/last_one/the_last_one/my_last_answer/my_answer/the_answer/last_answer/the_last_answer/the_date/the_number/what_i_said/you_got/youve_got/is/ive_put/you_have/the_last_one_was/the_last_one_is] [was/is/a/it/that/the/all/my] wrong/mistake/not_right/incorrect/not_what_i_meant/not_what_i_said/a_mistake/not_correct/wrong_answer/an_error/an_accident/not_what_i_meant_to_say/typo/isnt_right/isnt_what_i_meant/by_mistake/by_accident [sorry/there/i_meant/it_should_be/i_mean/one/answer]
[i/sorry/no/wait] [accidentally/mistakenly/have/just] pressed/clicked/tapped/hit/chose/put/typed/picked/selected/gave/sent/answered/touched/wrote/said/press/push/pushed/ticked [the/a/by] [the/a] wrong/mistake/accident/incorrect [button/one/answer/thing/key/number/option/box/date/choice/by_mistake/it]
[i/sorry/no/wait] pressed/clicked/tapped/hit/chose/put/typed/picked/selected/gave/sent/answered/said/wrote/ticked [that/it/this/yes/no/the/one/wrong/partly] [one] by/in mistake/accident/error
""",
    "repeat": """
repeat/again/pardon/resend/re_send/reread/recap/repeat_that/encore/rpt [me/<it>/that/the/last/this/yourself/your/one_more] [question/message/bit/part/one/last/time] [question/again/once_more/message/one/please]
say/ask/tell/send/show/write/read/put/give/explain_that/post/type/display/run/have/hear/see/go_over/read_out/bring_up [me/it/that/this/the/us/your/to_me] [it/that/the/this/again/question/last/to/what/by/out/message/your/back] [question/again/to/message/me/last/one/you/it/bit/asked/past/out] [question/again/one/me/message/asked/said/up] again/once_more/one_more_time/a_second_time/another_time/back_to_me/once_again/over_again/one_more/by_me_again
say/ask/come/once/one/go/run/read/tell/send/show/see/hear again/more/that_again/it_again/more_time/me_again/over_that_again/it_by_me_again/it_back/again_please/the_question/me_the_question/question_again
[sorry/but] what/whats [was/is/were/did/do/are] [the/that/it/you/we/i/your] [last/on] [question/ask/say/asking/you_asked/you_said/one/on_about/wrote/message/just] [again/ask/me/say/about/said/just/you_asked/i_was_asked/of_me]
what/which was/is/were [the/that/my/it/your] [last/actual/original] question/one/bit [again/you_asked/please/im_answering/we_are_on]
what did you [just] ask/say/want/write [me/again/just/there]
what do you want to_know/me_to_say/from_me/to_ask/me_to_do [again]
i/ive/i_have [just/have/think_i] missed/lost/forgot/forgotten/deleted/didnt/didn/never/dont/cant/wasnt/not/did_not/cannot [see/get/catch/hear/read/remember/recall/find/paying/listening/quite/have/what/the/saw/finish] [quite/see/hear/catch/get/attention/reading] [<it>/that/the/what/your/it/last/this] [last/you/question/bit/was/message/part/one/said] [asked/said/was/question/again/is/asking/bit]
missed that [<q>]
lost my place
the/that/last question/one/message [again/please/once_more]
question again
[sorry] say/come what/again/that_again/it_again/that_one_more_time
didnt/did_not catch/hear/see/get/read that/it/the_question/what_you_said/what_you_asked [question]
i_beg_your_pardon/beg_your_pardon/beg_pardon/come_again/you_what_was_that/scuse_me/once_more/one_more_time/what_was_that/pardon_me
""",
    "what-does-that-mean": """
what_is/whats/whats_all this/that [about/please/mean]
what do/dae/did/d you/ye/ya/yer mean/meen/on_about [by/with] [that/this/it]
explain/say/write/put/tell [me/it/this/that/the_question] in easy/simple/easier/simpler/plain/other/different/short/normal words/english/language/way
[i] dont/do_not/didnt/cant/did_not/doesnt/not/never/couldnt/no/im_not/i_am_not/havent [really/quite/fully/even/know/a/have/sure/getting/got] [understand/get/know/follow/see/clue/sure/make/understanding/what/understood/follow/comprehend/a/think_i] [understand/follow/get/it/what/that/this/how/the/any/a/clue/sense/of/i/idea] [the/this/that/is/it/what/you/u/question/of/word/your/by/any/words/means/meant/are/one/english] [question/one/you/mean/means/word/asking/is/are/of/that/it/this/meant/bit/words/want/on_about/all/getting_at/talking_about/at_all/say/saying/wording] [mean/means/by_that/asking/is/about/me/by/on_about/asking_me/word/question/that/at_all/from_me/saying] [at_all/by_that/for/about/word/means/mean/question]
not [sure/certain/clear] [of/on/i/about] [what/how/understand/the/your/this] [you/that/this/it/is/the/u/they/question] [mean/means/asking/are/question/want/by/is/getting_at/am_being_asked/meant/wants] [asking/by_that/being_asked/on_about/me/means/at/me_to_say/asked]
what/wat/whats/what_s/wha/hat/how/what_on_earth/what_exactly/what_the_hell [do/does/did/are/is/you/u/s/it/that/this/was/by/meant/mean/exactly/the] [you/that/this/it/u/the/a/an/meaning/mean/even/they/by/one/question/these/your/word/exactly] [even/mean/means/meaning/meant/asking/on_about/trying/getting_at/talking_about/word/supposed/saying/question/getting/on/about/by/of] [by/mean/means/exactly/to/me/here/about/this/that/it/say/ask/all/at/asking] [that/this/it/say/mean/ask/question/means/exactly/with/here/by/word] [exactly/by_that/by_this/mean/question/please]
what/whats does/do/did/is/are/s/you/by [the/a/an/you/u/it/this/that/word/words/meant/mean/meaning] [mean/word/words/by/term/meant/meaning] [by/of/<w>] [<w>] [<w>] [<w>] [<w>] mean/means/when_its_at_home/please/meaning/anyway/exactly/stand_for/supposed_to_mean/in_english/to_you/in_this/refer_to/meant
what do/does/did you/u/they/it mean/meant [by/with/when/about/here] [<w>] [<w>] [<w>] [<w>] [<w>]
whats/what_is/what_are/wats/define/explain/whats_a/whats_an/what_is_a/meaning_of/definition_of/whats_meant_by/what_is_meant_by/explain_what_is/what_counts_as/what_is_the_meaning_of/whats_the_meaning_of [the/a/an/that/this/word/term/by] [<w>] [<w>] [mean/means/please/about/to_me]
you mean/meant what
meaning [what/of/question/that]
explain/clarify/simplify/rephrase/reword/elaborate/define/translate [what/<it>/that/the/to/more/it/me/further/this] [means/question/me/that/you/this/more/bit/it/word/simply/better/clearly/further/in/please] [mean/means/to/please/question/simple/plain/more/simply/asking/better] [me/mean/english/words/clearly/that/simply/terms/by_that]
say/put/ask/write/word/have/give/use/phrase/tell/make [me/<it>/that/the/it/this/us/question] [question/that/it/in/a/an/more/to/some/simple/easier/different/another/plain/other/simpler/this] [in/a/way/more/words/different/simple/plain/easier/another/other/simpler/simply/normal/clear/words_please/example/everyday] [way/words/english/language/simple/easy/simpler/simply/terms/question/clearly/example/please/plain/to_understand/everyday/differently/plainly]
[in] plain/simple/proper/normal/plainer/simpler/easier/english [english/words/language/terms/please]
[give/show/have/like] [me/us] [an/a/some/for] example/examples/instance [of_that/please]
like what
such as what
[this/that/it/the/question] [question/is/was/bit/word/one/does/makes/didnt/doesnt/its] [is/too/very/so/just/make/not/no/made/really/a_bit/hard/confusing] [too/hard/sense/clear/confusing/complicated/difficult/unclear/very] hard_to_understand/confusing/complicated/makes_no_sense/make_sense/no_sense/unclear/not_clear/difficult_to_understand/hard/difficult/gobbledygook/double_dutch/gibberish/sense/long_words [to_me/for_me/to_understand/question/words]
makes_no_sense/doesnt_make_sense/dont_make_sense/not_clear/unclear/no_sense [to_me]
thats/this_is/its/it_is too/so/very/a_bit hard/confusing/complicated/difficult [for_me/to_understand/question/words]
hard/difficult/big/long/complicated/too_many word/words/question/big_words/long_words [that/for_me]
im/i_am/am/i [so/a_bit/really/totally/very/feel] confused/confuse/puzzled/baffled [by/with/about/at] [this/that/the_question/it/you]
confused/confusing/baffled/huh/eh/wdym/wdum/hows_that/wtf/ehh/hm/eh_what/you_what/you_wot/come_on_what/say_what/whats_that/what_that/whats_this_mean/uwot
in_english/in_what_way/in_what_sense/how_do_you_mean/how_dyou_mean/how_you_mean/equal_how/meaning
""",
    "how-long": """
how many minutes/hours will/does/is it/this be/take/last
how/hw [many/much/long/far/close/more/lng] [more/longer/is/are/will/does/do/questions/to/left/through/have/left/am/of/in/there/further/time/in_total] [there/left/is/it/this/will/are/to/questions/we/does/do/i/of/these/take/does_it/go/until/the/you/till/have/time/longer/through/in/gone/are_we] [these/those/them/going/take/to/go/left/be/this/it/them/survey/questions/there/got/last/takes/i/end/have/are/do/in/is/through/the/remaining/more/will/need/much/will_it] [take/go/be/left/to/there/end/this/all/takes/remaining/last/questions/me/going/do/survey/altogether/the/got/you/is/finish/answer/ask/through] [me/take/go/left/this/there/now/survey/please/to/questions/long/end/are/all/longer/finish/on/got/for/altogether/do/then/are_there/total]
[is/are/am/will] [we/it/this/i/that/the/there/you] [be/the/nearly/almost/going/many/much/a_lot/still/any/a/to/loads/be_many/any_more/last/survey] [to/the/finished/done/be/last/more/lot/there/at/over/end/take/finish/long/questions/question/many/through/very/close/near/chat] [long/one/more/left/end/questions/question/the/of/finished/to/done/there/many/go/ages/after/then/over/finish/now/this] [end/one/of/this/left/these/questions/to/yet/now/go/it/more/long/come/finish/longer] [it/questions/this/go/yet/come/end/left/now]
nearly/almost done/there/finished/over/the_end [yet/now/or_what]
are we there/nearly_there/almost_there/done/nearly_done/finished [yet/now]
when does/will/is/do/are/can it/this/we/i/you/the [be/survey/chat/going/get/stop/to] [end/finish/stop/over/done/finished/ends/finishes/ending/over_with]
whats/what/many/much/any is/left/more/to/questions left/to_go/questions/more/this/go/remaining/answer [left/to_go/please/to_do/this]
long/much/many left/more/to_go/is_it/questions/is_this
whats left/the_time_on_this
is/will this/it/that/there take/be/last/the [a/much/very/end/last/too/many/all/it] [long/one/more/question/minute/minutes/ages/lot/while/question/questions/left] [time/left/more/now/to_go]
is/was that/this/it the/all end/last/it/last_one/last_question/lot/over/finished/done/final/end_of_it [one/question/of_it/now]
will/does it/this take [me] long/ages/a_while/much_time/all_day
is/are there/you many/much/more/a_lot/any/any_more/loads/lots [more/of] [questions/to_go/left/to/of/coming] [go/left/these/questions/answer/come]
[how] far to_go/through/are_we_through/in/am_i/along [am_i/are_we/is_it]
what/which question/number/page am/are/is i/we/this/it [on/up_to/at]
whats the total/progress
progress
""",
    "start-again": """
start/begin/restart/reset/redo/re_start/rewind/do_it/do_this/start_it/start_this/try/startover [<it>/me/it/all/this/us/the/everything/chat/survey/back/whole_thing] [all/from/over/again/right/back/to/a/at/whole/survey/thing] [again/over/from/the/scratch/fresh/to/afresh/new/anew/at/this/back] [the/again/over/scratch/beginning/start/top/very/new/fresh/one] [beginning/start/top/again/over/please/first/very] [question/one/beginning/start]
restart/reset/startagain/redo/startover [everything/it_all/this/the_survey/the_chat/all/please]
from/at/to/back_to/go_to/go_back_to/take_me_back_to/take_me_to/return_to the [very] beginning/start/top/first/first_question/first_one [again/question/one/please]
from scratch
fresh/new/clean/another start/survey/go/try/chat/slate/beginning/feedback/form/one/session [please]
have/make/do/want/give/start/begin/fill/need/open/send a/another/new [brand] [new/fresh/clean/second/whole/in_a/another] start/survey/go/chat/feedback/form/one/questionnaire/slate [again/please]
have another go/try
over again
all over again
do/fill/take/answer/start/make/complete [in] [it/this/the_survey/them/everything/the_whole_thing/another_one/another/the_questions/a_new_one/the_form] again/over/over_again/all_over_again/from_scratch/a_second_time/from_the_start/from_the_beginning/from_the_top/afresh [please]
wipe/scrap it/that/this and start/begin again/over/afresh
can_we_begin_again/lets_begin_again/begin_again/start_again/start_over
first question [again/please]
""",
    "thanks": """
[many/ok/very/so/oh/great/lovely/all_right/no/right/well/yes/ah/that_is_great/thats_great/brilliant] thanks/thank/ta/thankful/thankyu/tanks/nice_one/much_appreciated/appreciated/ta_very_much/much_obliged/tyvm/tank/diolch/dziekuje/dzieki/gracias/merci/obrigado/obrigada/shukran/shukriya/mahadsanid/multumesc/tesekkurler/dhanyavaad/danke/grazie/spasibo [you/a/so/very/for/thanks/to/everyone/ever/again/god/all] [lot/much/bunch/million/very/for/your/everything/all/that/the/so/both/you/listening/kindly/ton/this/asking/letting] [much/that/help/indeed/everything/listening/your/this/asking/time/the/you/now/again/me/being/sharing/info/information/helping/patience/support/reply/have_a/for_that] [help/time/patience/info/so/for/kind/support/everything/me/nice/say/chat/your/message/now/patient/understanding/reminder/a_say/have_my_say/listening/opportunity/information/asking/explaining/reply/much] [help/time/day/listening/asking]
[i] appreciate/appreciated it/that/this/your/you [help/time/very_much/asking/a_lot/patience/kindness/so_much/support/loads]
[i] really appreciate/appreciated it/that/this/your/you [help/time/a_lot]
[i_am/im/very/so/really] [very/so/really/most] grateful/thankful/obliged [to_you/for_this/for_that/for_your_help/for_everything/for_your_time]
[aw/oh/ah] [youre/you_are/you/thats/that_is/your/you_have_been/youve_been/that_was/this_was/this_is] [are/been] [a/so/very/really/been/the/an/most] star/kind/legend/helpful/gem/angel/lovely/sweet/kind_of_you/diamond/nice/nice_of_you/helpful_thanks/lifesaver/treasure/best/great/good_of_you/very_helpful/very_kind [thanks/you/love/of_you/to_me]
bless you/your_heart/ya
god bless [you]
bless
cheers/nice_one/thanks [mate/pal/love/duck/everyone/all/bud/mucker/muchly]
nice/good one [thanks]
that/thats/that_is [was/really/is/very/a] helpful/kind/useful/great_help/big_help/kind_of_you/lovely/good_to_know
""",
    "greeting": """
hello/hi/hey/hiya my_name_is/im/i_am/this_is/its <w> [<w>]
hi/hello/hey/hiya/helo/heya/hullo/yo/howdy/greetings/hallo/ello/alo/hola/bonjour/salaam/salam/salut/ola/ahoj/czesc/namaste/shwmae/merhaba/ciao/oi_oi/hay/halo/sup/wotcha/watcha/aloha/hey_up/ay_up/ey_up/yes_up/eyup/hai/hii/helllo/helow/salaam_alaikum/salam_alaikum/assalamu_alaikum/assalam_alaikum/asalaam_alaikum/asalam_alaikum/hewo/heyy/hullo_there/well_hello/dzien_dobry/bore_da/prynhawn_da/noswaith_dda/buna/buna_ziua/kia_ora/bom_dia/boa_tarde/nice_to_meet_you/pleased_to_meet_you/hello_its_me [there/all/again/everyone/everybody/you/friend/team/folks/hello/hi/mate/love/duck/to/pal/sir/madam/bot/good/how/its_me/im/its/me/robot/guys/again_its_me/what/how_are/my] [you/all/morning/afternoon/evening/hello/there/are/me/day/all_right/bot/back/team/again/friend/of/do/is/up] [you/doing/there/today/to_you/everyone/again/keeping/hows/things/all/things_are]
[a] [very] good/gd morning/afternoon/evening/day/mornin [to/all/there/everyone/team/how_are_you/sir/madam] [you/all/you_all/everyone]
morning/afternoon/evening/mornin/mornings/gm/gmorning [all/there/everyone/to_you/team/how_are_you/both]
how/hows are/is/do/it/r/you/things/goes/u/have_you [you/it/things/do/going/doing/keeping/been/u/everything/we/tricks] [doing/going/today/do/keeping/this_morning/been/there/feeling]
what/whats up/happening/new/good/cooking
all right
you/u all_right/ok/okay/good/well [there/today/duck/me_duck]
[are] you ok/well/all_right [today]
nice/pleased/good to_meet/to_see/meeting/to_chat/to_hear_from you [too/again]
yes up
its me [again]
anyone there hello
""",
}

SLIPS_OF = word_set(
    "question questions answer answers delete change continue repeat again understand mean means private anonymous survey robot human "
    "person someone somebody finish finished start restart begin pause break minute later tomorrow remove erase previous "
    "skip back next please thanks hello language english polish privacy confidential longer many speak talk talking explain "
    "mistake wrong correct everything stop unsubscribe anything prefer rather morning afternoon evening"
)
"""Words that a slip of the finger is put right to, where a line is understood with it and not without."""
