"""Words of yes and no to keeping answers, and of right and wrong about a summary. Data only: templates, as `templates` reads them."""

CONSENT: dict[str, str] = {
    "yes": """
mi/me not mind
mi/me ok with that/it/this
[id/i_would/im/i_am] [be] honoured/delighted/only_too_happy/glad/proud/pleased [to/if/for] [help/be_of_help/you] [to/use/do]
anything/owt to/that_will/that/which_will help/helps [you/others/people/someone/others_like_me]
if it/they/that/this helps/help/will_help/can_help/does_some_good/do_some_good/is_useful/are_useful/is_any_use [even/just] [others/people/someone/anyone/one_person/other_people/somebody/you] then yes
[i] cant/dont/do_not/cannot see the/any/no harm [in/of/with] [it/that/this]
if you think [they/its/it] [theyre/are/is/it_is/they_are] [any/of/useful/worth] use/useful/helpful/worth_it
yes/ok/sure spread the word
use them how/as you like/want/please/see_fit
no_probably/its_ok_no_probably/yaas/yas/gwan/gwan_then/gwan_den/i_do/righto/rightio/very_well/proceed/do_proceed/you_may_proceed/please_proceed/have_it_then/let_them_have_it/right_oh/rightyho/okey_doke/spread_the_word/with_pleasure/my_pleasure/what_they_are_for/thats_what_theyre_for/thats_what_i_wrote_them_for/hope_it_helps/hope_they_help/feel_free_to/of_course_yes/yes_of_course/no_qualms/no_issues_here/you_may/do_as_you_like/all_yours/theyre_yours/help_yourself/help_yourselves
yes/yeah/ok/sure/fine/certainly/absolutely/definitely/agreed/agree/indeed/accept/accepted/affirmative/granted/approved/consent/course/deffo/totally/surely/yup/gladly/willingly/permission_granted/aye/yess
of_course/by_all_means/go_on/go_ahead/carry_on/go_for_it/feel_free/why_not/be_my_guest/all_right/no_problem/no_problems/no_worries/no_bother/no_objection/no_objections/no_issue/no_issues/not_a_problem/not_a_bother/no_probs/no_prob/no_sweat/no_harm/no_harm_in_it/no_harm_done/fair_enough/crack_on/fill_your_boots/works_for_me/knock_yourself_out/fine_by_me/fine_with_me/ok_by_me/ok_with_me/on_you_go/suits_me/sounds_good/sounds_fine/sounds_ok/up_to_you_yes/not_bothered/why_wouldnt_i/as_you_wish/be_fine/be_ok/happy_to/happy_with_that/happy_for_that/please_do/do_it/course_you_can/it_is_fine/keep_away/use_away
[thats/that_is/its/it_is/this_is/thats_all/all/im/i_am/am/that/it/we_are/youre/you_are/id_be/i_would_be/i_feel/that_would_be/thats_absolutely/would_be/happy] [is/perfectly/absolutely/totally/all/quite/very/more_than/completely/really/just/cool/be/a] ok/fine/good/grand/all_right/happy/cool/no_problem/comfortable/great/acceptable/perfect/yes/willing/sound/lovely/no_bother/not_a_problem/welcome/glad/in_agreement/dandy/champion/sweet/wicked [with/by/for/to/about] [that/this/me/it/you/share/help/us/them/anything/agree/have] [to/with_me/keep/use/being_kept/being_used]
[i/we/id] [do/would/will/can/have/really/fully/totally/hereby] [fully/totally/happily/gladly] agree/consent/accept/approve/permit/allow/give/give_permission/give_you_permission/give_consent/give_my_consent/give_my_permission/give_you_my_permission/am_ok/say_yes/allow_it/let_you/dont_mind/do_not_mind/no_objection/no_objections/no_issue/have_no_issue/have_no_problem/have_no_objection/have_no_objections/wouldnt_mind/dont_object/do_not_object/have_nothing_against_it/got_no_problem/havent_a_problem/dont_have_a_problem/dont_have_any_problem/dont_have_a_problem_with_that/am_happy/have_no_issues/dont_see_why_not/see_no_problem/couldnt_care_less/dont_care/give_it/am_fine [to/with/it/you/for] [that/this/it/you]
[ive/i_have/got/have] [got] no problem/objection/objections/issue/issues/problems [with/to] [that/this/it]
no/nah/not i_dont_mind/i_do_not_mind/i_dont_object/dont_mind/i_wouldnt_mind/i_dont_have_a_problem/i_have_no_problem/its_fine/thats_fine/its_ok/thats_ok/go_ahead [at_all/with_that]
you/u/they can/may/could/should/are/have/got/have_my/can_all/got_my/have_got [welcome/do/my/to/permission/keep/use/have/consent/happy/share/allowed/blessing/save/go_ahead/store/certainly/of_course/publish] [to/what_you_like/what_you_want/away/permission/consent/yes/blessing]
can do
[do/use/keep] what/whatever you/u want/like/need/please/must/have_to/think_best
if you/it/that/they want/like/must/helps/help/wish/need_to/want_to/would_like/need/helps_you/helps_people/helps_others/helps_someone/will_help/you_like/can_help [to]
as you/u like/wish/please
nothing_to_hide/ive_nothing_to_hide/ive_got_nothing_to_hide/i_have_nothing_to_hide/gan_on/gan_on_then/fire_away/fire_ahead/work_away/crack_away/batter_in/right_you_are/rightyo/too_right/you_bet/happy_days/its_a_yes/it_is_a_yes/thats_a_yes/that_is_a_yes/a_yes_from_me/youve_my_blessing/sign_me_up/count_me_in/im_game/im_up_for_it/im_up_for_that/whatever_helps/suits_me_fine/no_skin_off_my_nose/makes_no_odds/makes_no_odds_to_me/why_ever_not/wey_aye/why_aye/whey_aye/och_aye/youve_the_go_ahead/you_have_the_go_ahead/consider_it_given/consider_it_done/goes_without_saying/naturally/obviously/sure_thing/say_less/100_percent/hundred_percent/100_per_cent/tell_the_world/tell_everyone/shout_it_from_the_rooftops/ive_no_secrets/i_have_no_secrets/got_no_secrets/im_an_open_book/nae_bother/nae_worries/nae_probs/nae_problem/nae_problems/by_all_means_do/be_my_guests/i_dont_see_why_not/i_cant_see_why_not/dont_see_why_not/cant_see_why_not/cant_see_the_harm/i_cant_see_any_harm/im_all_for_it/all_for_it/im_good_with_that/good_with_that/wad_be_grand
👍/👌/✅/✔/☑/🆗/💯/🙌/👏/🤝/⭕/y/k/ye/thumbs_up/😀/😊/🙂/❤
tak/si/oui/haan/han/evet/ie/oes/ydw/da/sim/ja/zgoda/zgadzam_sie/oczywiscie/jasne/naam/na3am/haa/ha/dakkor/claro/por_supuesto/bien_sur/d_accord/tabii/tamam/olur/sigur/iawn/wrth_gwrs/sí/claro_que_si/pode/podeis/pode_ser/de_acuerdo/dobrze/ji/ji_haan/thik_hai/theek_hai/так/да/نعم/ہاں/جی/جی_ہاں/हाँ/हां/ਹਾਂ/হ্যাঁ/是/好/taip/igen/po/ano/áno/aiwa/aywa/cewch
""",
    "use": """
keep/use/share/save/store/publish/put/record them/it/my_answers/my_words/what_i_said/everything/what_you_like/what_you_want/what_you_need/all/mine/away/all_of_it/them_all/it_all/my_story/my_feedback/whatever_you_want/whatever_you_need
""",
    "weak": """
[i] suppose/guess/spose/imagine/reckon [so/its_ok/its_fine/yes/that_is_fine/thats_fine/ok/thats_ok]
i think so/yes/its_ok/its_fine/thats_fine/thats_ok
suppose_so/i_guess_so/spose_so/might_as_well/not_really_bothered/dont_really_mind/not_fussed/i_dont_really_mind/if_you_must
""",
    "no": """
none of it/them/that/this
[i/id/i_would/we] [would] [like/want/prefer/need] them/it/everything/my_answers/that/all [all] [to_be] deleted/removed/wiped/erased/binned/destroyed/gone/scrapped/kept_out/kept_private
no/nope/nah/n/👎/❌/✖/🚫/🙅/⛔/🛑/❎/✗/✘/decline/declined/refuse/refused/disagree/object/negative/denied/forbidden/withdraw/no_way/no_chance/not_really/certainly_not/absolutely_not/of_course_not/definitely_not/not_happening/no_fear/not_on_your_life/not_likely/no_consent/no_permission/without_my_consent/permission_denied/no_ta/no_thanks/no_thank_you/not_today/over_my_dead_body/forget_it/forget_that/stuff_that/get_lost/jog_on/thumbs_down/not_a_chance/not_for_me/not_keen/nuh_uh/not_ok/not_fine/no_deal/rather_not/i_say_no/veto/hell_no/hard_pass/pass_on_that
nah/no you/ur/your/youre [are] all_right/ok/fine/good [thanks]
[i/id/i_would/we/would] rather/prefer/sooner [you/that/it/they] [you/to] not/didnt/did_not/wouldnt/dont/wasnt/werent/no/nobody/nothing [do_that/to/be/have/it/keep/use/did/say]
[i/id/i_would/we] [do/am/really/would] not/dont/do_not/wont/cant/cannot/wouldnt/didnt/never/will_not/refuse/refuse_to/decline/no/object/disagree/am_against/withdraw/not_want/would_not/am_afraid_not [really/feel/even/think] [agree/consent/want/like/wish/accept/allow/give/feel/permit/approve/comfortable/happy/think_so/let/trust/to_give/to_consent/authorise/be/agreeing/to_agree/prefer_that/my_consent] [you/to/it/that/with/them/my/anyone/this/comfortable/permission/consent/so/happy/nothing/anything] [to/that/keep/it/with/be/kept/used/saved/use/about_it/my/permission/consent]
[im/i_am/am/its/it_is/thats/that_is/this_is/is/be/really/feel/are/you_are/youre/that/it] [really/definitely/just] not/isnt/aint/never/wouldnt_be/arent [ok/fine/happy/comfortable/all_right/keen/sure_i_want_that/agreeing/giving/willing/on/acceptable/allowed/cool/good/interested/so_keen/agree/right/consenting/to] [with/to/for/permission/on/it/that/keep/you/be/use/about] [that/it/this/you/kept/used/agree/have/doing/saving/keeping/them]
you/u/they cant/cannot/may_not/dont/must_not/do_not/mustnt/shouldnt/should_not/better_not/are_not/arent/can_not [have/keep/use/my/allowed/save/share/store] [my/to/it/them/permission/consent]
[please] dont/do_not/never/not [you/to/please/ever/even] [keep/use/save/store/want/share/hold/record/publish/do/put/think_so/agree/touch/bother/give/pass/dare/print/have/write]
[please] delete/erase/remove/bin/wipe/forget/destroy/get_rid_of/scrap/throw/scrub/chuck [it/them/everything/my/all/what/the/this/that] [all/answers/away/i/out/lot/of] [said/it/told/wrote/please/them] [you]
stop/leave_it/leave_me_out/leave_it_out/keep_out/count_me_out/id_rather_you_didnt/i_want_out/opt_out/private/keep_it_private/keep_them_private/keep_my_words_private/its_private/thats_private/mind_your_own
not_on_your_nelly/away_with_yes/away_with_you/catch_yourself_on/not_a_hope/not_in_a_month_of_sundays/pigs_might_fly/when_hell_freezes_over/nae_chance/nae_way/nay/id_sooner_not/best_not/better_not/not_this_time/give_it_a_miss/ill_give_it_a_miss/ill_pass/i_pass/ill_leave_it/no_dice/no_go/nothing_doing/keep_your_nose_out/none_of_your_business/do_one/on_your_bike/bugger_off/sod_off/that_stays_with_me/it_stays_with_me/it_stays_between_us/im_not_having_that/not_having_that/you_must_be_joking/youre_joking/you_are_joking/youre_having_a_laugh/dream_on/i_think_not/not_while_im_alive/not_in_this_life/will_i_heck/will_i_hell/am_i_heck/hands_off/keep_your_hands_off/leave_my_words_alone/ill_keep_it_to_myself/id_like_to_keep_it_to_myself/im_keeping_it_to_myself/ill_keep_my_words_to_myself
nie/non/nein/não/nao/nu/ne/nei/nej/nage/nac_oes/na/nac_ydw/hayır/hayir/maya/nahi/nahin/ji_nahin/laa/la/net/нет/ні/не/لا/نہیں/नहीं/ਨਹੀਂ/না/不/不要/de_loc/nem/jo/naa/nie_zgadzam_sie/nie_chce/na_chewch/olmaz/no_quiero/jamais/dim_diolch/não_quero/kein/nei
""",
    "fill": """
please/thanks/thank/you/mate/love/pal/duck/pet/hun/x/xx/xxx/then/that/this/it/them/my/answers/answer/words/and/to/keep/use/kept/used/using/keeping/for/with/i/im/am/so/well/oh/um/erm/just/really/all/very/much/me/hen/sorry/hi/hello/at/do/be/is/course/now/about/the/your/by/on/in/have/having/happy/save/saved/saving/store/stored/here/can/will/would/a/too/lot/as/of/god/everything/anything/feedback/story/info/information/data/dear/hmm/ah/indeed/right/totally/honestly/actually/today/what/said/wrote/say/told/want/like/need/thing/things/people/us/lol/haha/sir/madam/bab/bro/man/guys/butt/problem/share/publish/record/both/own/from/actually/because/are/any/think/way/🙂/😊/🙏/😀/❤/😂/😁/❤️/🥰/😃/😄/☺/quite/if_thats_ok/cheers/flower/chuck/la/son/lad/lass/petal/darling/sweetheart/up/hesitation/whatsoever/no_hesitation/good/cause/help/helps/others/helping/services/better/improve/make/learn
""",
}

CONDITIONS = (
    "but except unless provided providing until depends apart excluding anonymously anonymous nameless although though however condition "
    "conditions if nothing nobody none neither nowhere hardly yourself yourselves only without some partly half bit parts certain"
)
"""Words that put a condition on a yes."""

QUESTIONS = (
    "who what why where when how which whose whos whats wheres is are will would does do did can could has have am"
)
"""Words that begin a question."""

SUMMARY: dict[str, str] = {
    "right": """
yes/ok/fine/right/correct/good/perfect/great/lovely/brilliant/spot_on/bang_on/sound/grand/exactly/agreed/agree/accurate/true/yup/confirmed/confirm/perfectly/absolutely/tidy/sorted/champion/ace/cool/nice/done/send/submit/happy/definitely/sure/ideal/excellent/wonderful/fab/super/mint/smashing/proper/indeed/splendid/fantastic/braw/100/aye/belter/certainly/of_course/y/bob_on/dead_on/dead_right/to_a_t/amen/satisfied/approved/accept/precisely/thats_me/sweet/superb/go_ahead/carry_on/send_it/submit_it/finish/finished/continue/nailed_it
all/its/it_is/thats/that_is/thats_all/it/that/this/everything/they/they_are/theyre/these/you/youve/you_have/im/i_am/this_is/everythings/it_all/every_word/seems/looks/look/reads/sounds/is/are/got [is/are/was/got/have/all/looks/look/seems/sounds/reads/about/very/just/pretty/really/quite/absolutely/me/it/exactly/them] [is/all/looks/about/right/really/pretty/very/it/just/exactly] right/correct/good/fine/ok/perfect/great/accurate/true/happy/spot_on/it/all_right/well/lovely/everything/what_i_said/what_i_meant/how_it_was/what_happened/me/bang_on/all/exactly/grand/sound/there/in_order/as_i_said/down_right
[i] [am/do/would/im] happy/satisfied/agree/pleased/content/fine/ok/good [with/to] [that/it/this/everything/all]
[i] wouldnt/would_not/dont_want_to/dont_need_to/do_not_want_to/no_need_to/couldnt/cant/dont/nothing_i_would/nothing_i_want_to/nothing_id/nothing_to/nothing_needs/need_not/no_reason_to/wont/theres_no_need_to change/alter/fault/correct/add/edit/fix/changing/need_to_change [a/any/it/nothing/that/anything/to/one] [word/thing/it/of_it/bit]
no/nothing/not/without/zero/nae/any_no/no_need_for changes/change/wrong/mistakes/to_change/to_add/corrections/errors/edits/more_to_add/missing/to_correct/needed/problems/complaints/issues/alterations/bad/to_fix/amendments/else/more/to_alter/a_thing_wrong/else_to_add
no/nope/nah its_fine/thats_fine/its_good/all_good/its_right/thats_right/all_right/its_ok/thats_ok/thats_everything/thats_all/its_correct/thats_correct
you [have/did] got/get/put/nailed/captured/have/wrote/heard/summed [it/me/that] [all/right/down/up] [right/well/exactly/correctly/perfectly]
thatll_do/that_will_do/it_will_do/itll_do/thats_about_right/works_for_me/leave_it_as_it_is/leave_it/keep_it_as_it_is/keep_it/as_it_is/i_said_that/i_did_say_that/thats_what_i_said/thats_about_it/thats_it/thats_me_done/job_done/good_to_go/couldnt_be_better/couldnt_put_it_better/could_not_put_it_better/couldnt_have_put_it_better/no_mistake/no_error/nothings_wrong/couldnt_have_said_it_better/could_not_be_better/not_wrong/isnt_wrong/cant_complain/thats_the_one/no_thats_right
👍/👌/✅/✔/☑/🆗/💯/🙌/👏/🤝/⭕/🙂/😊/😀
tak/si/oui/haan/evet/ydy/da/sim/ja/zgadza_sie/dobrze/correcto/iawn/cywir/certo/corecto/doğru/dogru/sí/так/да/نعم/ہاں/हाँ/是/correct_all/sahi/sahi_hai/theek_hai/thik_hai/tamam/sax/waa_sax
""",
    "change": """
no/nope/nah/👎/❌/✖/🚫/🙅/⛔/🛑/❎/n/false/untrue/incorrect/wrong/change/edit/amend/nie/nein/non/não/nu/nage/hayır/hayir/maya/nahi/нет/ні/لا/نہیں/नहीं/wrang/galat/not_right/not_quite/not_really/not_exactly/never_said_that/not_correct/no_change_it/no_change_that/no_change_the/no_wrong/no_correct/not_what_i_said/not_true
""",
    "fill": """
please/thanks/thank/you/mate/love/pal/duck/pet/hun/x/xx/then/that/this/it/to/me/for/and/very/much/really/all/so/well/oh/im/i/with/is/just/hen/from/my/side/end/by/as/far/can/tell/quite/the/think_thats/there/cheers/ta/now/god/wow/your/summary/answers/lol/haha/a/one/here/word/in/on/good/are/be/🙏/❤/😀/😊/sir/madam/of/what/said/up/too/lot/bro/lass/flower/son
""",
}

SAYS_WRONG = """
wrong/incorrect/mistake/mistakes/error/errors/typo/wrang/inaccurate/untrue/mistaken/misheard/misunderstood/misspelt/misspelled/muddled/mixed_up/messed_up/missing/missed/left_out/forgot/forgotten/instead/actually/galat/false/swap/rather_than
not right/correct/true/quite/what_i/mine/accurate/exactly/me/happy/how_i/that_one/there/a/the
isnt/wasnt/arent/aint/doesnt/didnt/never/havent/didn/werent/wasny/isny/hasnt right/correct/true/what/say/said/mine/put/write/wrote/mean/me/happen/like/look/seem/sound/it/got/there/a/the/told/tell/go/been
change/edit/alter/amend/fix/correct/modify/redo/update/remove/delete/add/take_out/adjust/replace/put/take/include/rewrite/reword/rephrase/revise/cross_out the/my/that/it/this/one/something/a/number/answer/first/second/third/last/please/some/two/an/what/in/out/date/age/to/thing/things/question/part/bit/everything/all
want/need/like/have/can_i/could_i/let_me/i_must/wish to_change/change/edit/correct/fix/amend/add/alter/to_edit/to_correct/to_fix/to_amend/to_add/to_alter/redo/to_redo/changing
should/shld/shud/needs/meant/supposed be/say/have/read/to_be/changing/to_say/fixing/correcting/not
i meant/said/told/put/wrote <w> [<w>] [<w>] not
its/it_was/it_is/was/im/it_should/is <w> [<w>] [<w>] not
not <w> [<w>] its/it_was/im/but/is/i/it_is
nearly/almost/close/apart_from/except/other_than/bar/but_the/but_it/but_i/one_thing/one_more_thing/just_the/only_the/half_right/but_not/partly_right/mostly_right
i said/meant/put no/yes/partly/three/two/one/four/five/ten/1/2/3/4/5/twice/never/always/it_was
but <w> [<w>] is/was/should/isnt/wasnt
start_again/go_back/can_i_change/let_me_change/no_no/that_is_no/no_it/no_i/no_the/you_got/who_said_that/where_did_you_get_that/made_that_up/twisted_my_words
"""
"""What shows that something about a summary is to be changed, wherever it stands in the line."""

HEDGES = "maybe perhaps think guess suppose unsure dunno dont know possibly probably sort kind bit some mostly partly hmm eh what which who how 🤷"
"""Words that leave it open whether a summary is right."""
