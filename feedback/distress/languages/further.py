"""Hindi, Gujarati, Tamil, Nepali, Chinese, Vietnamese, Tagalog, Albanian, Tigrinya, Amharic and Pashto, as script and as typed.

Rules are written as in `feedback.distress.languages.latin`, and folded like the texts. Each Chinese sign is a word of its own.
"""

FURTHER = {
    "hi": """
S मरना|मर_जाना|आत्महत्या|खुदकुशी|मर_जाऊं|मर_जाऊँ|मरने .. चाहता|चाहती|है|कर*|मन|दिल|का|को
S आत्महत्या|खुदकुशी|ख़ुदकुशी
S जीना|जीने|जिंदा_रहना|ज़िंदा_रहना|जिंदगी .. नहीं|नही .. चाहता|चाहती|है|लगता|रहा|रही|मन|करता|$
S नहीं|नही जीना|जीनी
S जीने|जिंदगी|ज़िंदगी|जीवन .. से|का|में|कोई .. थक*|तंग|परेशान|फायदा_नहीं|मतलब_नहीं|ऊब*|अर्थ_नहीं|फ़ायदा_नहीं|मतलब_नहीं_रहा
S हाथ|कलाई|बाजू|नस .. काट*
S खुद|ख़ुद|अपने_आप|अपनी_जान .. को|ले .. मार*|खत्म|नुकसान|चोट|काट*|लूं|दूं|लूँ|दूँ
S मुझसे|मुझ_से|अब|और .. और|अब|नहीं .. नहीं|सहा .. सहा|सह|जाता|जीया|जिया
S बहुत_सारी|सारी|ढेर_सारी .. गोलियां|गोलियाँ|दवाइयां|नींद_की_गोलियां .. खा*|ले
S काश मैं .. मर|पैदा
A पति|वह|वो|पिता|पापा|भाई|बेटा|ससुर|सास|ससुराल|आदमी .. मुझे|हमें|मुझको .. मारते|मारता|मारती|मारा|पीट*|धमक*|बंद|छू*|बलात्कार|थप्पड़
A मुझे|हमें .. मारते|मारता|पीट*|मारती
A घर|पति|उससे|उनसे .. जाने|से .. डर*
A बलात्कार|घरेलू_हिंसा|जबरदस्ती_शादी
C बच्चे|बच्चों|बेटी|बेटे|बच्ची|बच्चा .. को .. मारत*|मारा|पीट*|चोट|छूत*
T नर्स|डॉक्टर|डाक्टर|स्टाफ|केयरर|गार्ड|कर्मचारी .. ने|मुझे|मेरी|मां .. मारा|मारते|मारता|मारती|धक्का|चिल्ला*|थप्पड़|बांध*|छुआ|गाली*|धमक*|घसीट*
O उसे|उसको|उनको|सबको|उन्हें .. मार_डाल*|मार_दूं*|जान_से|चाकू|मार_दूँ*
N मदद .. चाहिए|करो|करें|कीजिए|जरूरत|ज़रूरत|चाहिये
N बचाओ|एंबुलेंस_बुल*|एम्बुलेंस_बुल*
N कोई .. आ_जा*|आओ|आए|आइए|बचा*|मदद
N डर .. लग|रहा .. मदद|आओ|आ_जा*|कोई
""",
    "gu": """
S મરી_જવું|મરવું|આત્મહત્યા|આપઘાત|મરવાનું|મરી_જાઉં|મરવાનો .. છે|કર*|મન|થાય|વિચાર*|$
S આત્મહત્યા|આપઘાત
S જીવવું|જીવવાનું|જીવવાની|જીવવાનો|જીવવામાં|જીવન|જિંદગી .. નથી
S જીવનથી|જીવવાથી|જિંદગીથી|જીવવા .. થી|હવે .. કંટાળ*|થાક*|હારી
S મારાથી|હવે .. હવે|સહન|વધુ .. સહન|નથી .. નથી_થતું|થતું_નથી|નથી|થતું
S મારી_જાતને|પોતાને|મારો_હાથ|મારા_હાથ|હાથ|જાતને .. ફરીથી|ઉપર .. કાપ*|ઈજા|નુકસાન|મારી_નાખ*|ચીર*
S બધી|ઘણી .. ગોળી*|દવા* .. ખાધી|ગળી|ખાઈ
A પતિ|સસરા|સાસુ|પપ્પા|પિતા|ભાઈ|દીકરો|વર|પતિએ .. મને|અમને .. માર*|ધમક*|મારઝૂડ|બળાત્કાર|પૂરી|લાફો
A મને|અમને .. મારે_છે|માર્યો|મારતા|મારતો|માર_મારે
A ઘરે|પતિથી|તેનાથી|એનાથી .. જવા|જતાં .. ડર*|બીક
A બળાત્કાર|ઘરેલુ_હિંસા
C બાળક*|છોકર*|દીકરી*|દીકરા* .. ને|મારા .. મારે_છે|માર્ય*|ઈજા|મારતા
T નર્સ*|ડૉક્ટર*|ડોક્ટર*|સ્ટાફ*|કેરર* .. મને|માને|મમ્મીને|પપ્પાને .. માર્ય*|મારે|લાફો|ધક્કો|બૂમ*|થપ્પડ|બાંધ*
O તેને|એને|તેમને|બધાને .. મારી_નાખ*|ચાકુ*|ખૂન
N મદદ .. જોઈએ|કરો|જરૂર
N બચાવો|એમ્બ્યુલન્સ_બોલાવ*
N કોઈ .. આવો|આવે|બચાવ*|મદદ
S mari|mri .. jau|javu|jaau|javanu|jaat_ne_ija|jaat_ne_nuksan|jaatne
S marvu|jivvu|jeevvu|jivavu|jivvanu|jeevvanu|jivvano .. che|chhe|nathi|man
S jivan|jindagi|jivva .. thi|no .. kantal*|thaki|arth_nathi
S potani|mari|maari jaat|jat|jaatne ne? .. ija|nuksan|maari_nakh*|mari_nakh*
S apghat|aapghat|aatmahatya|atmahatya|aatmhatya
A pati|sasu|sasra|pappa|dikro|var .. mane|mne|amne .. mare|maare|dhamki|marto
A mane|amne mare|maare|marto che|chhe
A pati|ghare|enathi|tenathi .. bik|dar|beek .. lage|laage
T nurse|nurse_e|nurs*|staff|doctor .. mane|mummy_ne .. maryo|maryu|lafo|dhakko|gaal
N mane|amne .. madad|maddad .. joie|joiye|joiae|karo
N madad|maddad karo|joie|joiye
N bachavo
""",
    "ta": """
S சாக*|செத்து*|செத்த*|தற்கொலை*|இறந்து*|இறக்க*|சாவ* .. போக .. தோணு*|வேண்டும்|போல*|ஆசை*|போகிறேன்|போறேன்|செய்*|நினை*|விரும்பு*|நல்லா|போய்ட*
S சாகணும்*|தற்கொலை*|சாகப்போ*
S வாழ*|உயிரோட* .. பிடிக்க*|விருப்ப*|முடியல*|முடியவில்லை|வேண்டாம்|வேணாம்|என்ன_பயன்|அர்த்தம்
S தாங்க|வாழ .. முடியா*|முடியல*|தாங்க*
S என்னை*|என் .. நானே|கையை|கைய .. காய*|வெட்டி*|அறுத்*|கொல்*|கொன்*|கிழி*
A கணவர்|கணவன்|புருஷன்|அவர்|அவன்|அப்பா|மாமியார்|அண்ணன்|மகன் .. என்னை*|எங்களை|தினமும்|தினம் .. தினமும்? அடிக்கி*|அடிச்ச*|அடித்த*|மிரட்ட*|உதை*|கற்பழி*
A என்னை*|எங்களை .. அடிக்கி*|அடிச்ச*|மிரட்டு*|உதைக்*
A கணவ*|வீட்டு*|அவரை .. பார்த்து|போக .. பய*
A வன்புணர்*|கற்பழி*
C குழந்தை*|பிள்ளை*|மகளை*|மகனை* .. அடிக்கி*|அடிச்ச*|அடித்த*|துன்புறுத்*
T நர்ஸ்*|மருத்துவர்|டாக்டர்|ஊழியர்*|பணியாளர்*|செவிலியர்* .. என்னை*|அம்மாவை*|அப்பாவை* .. அடி*|தள்ளி*|திட்டி*|கத்தி*|கட்டி*
O அவனை*|அவளை*|அவரை*|அவங்களை* .. கொல்*|கொன்*|குத்து*
N உதவி .. வேண்டும்|வேணும்|செய்ய*|தேவை|பண்ணு*
N காப்பாத்து*|காப்பாற்று*
N யாராவது .. வாங்க*|உதவி*|வரு*
S saganum|saaganum|saganumnu|saaganumnu|sethu|setthu|sethuru*|savanum|saavanum|saaga|saga .. pola|thonuthu|thonudhu|pogalam|poganum|poren|irukku|pannikka|pora
S saaganum|saganum|tharkolai|thatkolai|tharkola
S vaazha*|vazha*|vaala .. pidikk*|pudikk*|mudiyal*|virupp*|venda*|enna
S ennai|enna|ennaye naane|naan .. kaaya*|vetti*|kayapad*|kolla*|kaayapa*
S naane|en .. kaiya|kai .. vetti*|aruthu*|kaayap*
S mudiyala|mudiyavillai .. vaazh*|vazh*|saag*
A kanavar|purushan|purusan|avar|avan|appa|maamiyar|maamiyaar .. ennai|enna|ennaiya|ennaya .. adikkir*|adikir*|adich*|mirattu*|odhaikk*
A ennai|enna|ennaya adikkir*|adikir*|adichaan|adichaar|adikka*
T nurse|doctor|staff|carer .. ennai|enna|ammava|appava .. adich*|adikk*|thalli*|thittu*
N udhavi|uthavi|udavi .. pannu*|venum|vendum|seyyu*|thevai|seiyu*
N yaaravathu|yaravathu|yaaraavadhu|yaravadhu|yaaravadhu .. vaanga|vanga|udhavi|uthavi
N kaapaathu*|kapathu*|kaappaathu*
""",
    "ne": """
S मर्न .. मन|चाहन्छु|लाग्यो|लागेको
S बाँच्न|बाच्न|बाँच्ने .. मन_छैन|चाहन्न|सक्दिन|मन_लाग्दैन|इच्छा_छैन
S आत्महत्या
S आफैलाई|आफूलाई .. चोट|मार्*|काट्*|घाउ
A श्रीमान*|लोग्ने*|बुबा*|दाइ* .. मलाई|हामीलाई .. कुट्*|पिट्*|धम्क*|बलात्कार
A मलाई .. कुट्छ*|पिट्छ*|कुट्नु*|पिट्नु*
T नर्स*|डाक्टर*|स्टाफ* .. मलाई|आमालाई .. कुट्*|हिर्का*|धकेल्*|थप्पड*
N मद्दत|सहयोग|सहायता .. चाहियो|गर्नुहोस्|गर्नुस्|चाहिन्छ
N बचाउनु*|गुहार
""",
    "zh": """
+ 你|您|你们|我了|火锅|家
S 不想活|不想再活|活不下去|活不了|不愿活|不願活|活着没意思|活著沒意思|活着没意义|活著沒意義|活着没有意义|活着好累|活著好累|活着太累|活著太累|活着很累|活著很累|活得好累|活得太累|活够了|活夠了|不配活|没脸活|活着干什么|活着有什么意|活著有什麼意|活着还有什么|唔想活|唔想生存|唔想做人|没有活下去|沒有活下去|不要活|活腻
S 我|就|只|真|很|都|有点|常常|经常 想死 了|掉|算|的|但|可|在|我|$
S 想 死 了|掉|算|我|$
S 去死|死了算|死了就好|死掉算|死掉就好|不如死|早点死|早點死|死了一了 了|我|算|$|就|也
S 不如死了|不如死掉|死了算了|死掉算了|早点死|早點死|一死了之|生不如死|不如一死
S 自杀|自殺|自残|自殘|自尽|自盡|轻生|輕生|寻死|尋死|了结自己|了結自己|结束生命|結束生命|结束自己|結束自己|结束我的生命|结束这一切|結束這一切|一了百了|跳楼|跳樓|上吊|割腕|割手|割脉|烧炭
S 割|划|劃|伤害|傷害|弄伤|弄傷|伤|砍|掐|烫|打 了? 自己|手腕|手臂
S 撑不下去|撐不下去|坚持不下去|堅持不下去|熬不下去|扛不住了|挺不住了|頂唔順|捱唔落去|撑不住了|撐不住了|走不下去
S 不想醒|不要醒|别醒|別醒|不醒来|不醒來|一觉不醒|一覺不醒|不想再醒|再也不醒|永远睡|永遠睡|不要再醒
S 没有我|沒有我|没了我|我不在 .. 更好|会好|會好|更轻松|更輕鬆
S 想|希望 消失|永远消失 $|了|掉|算
S 吃|吞 了|下 .. 很多|所有|全部|一瓶|整瓶|一整|好多|大量 .. 药|藥|片
S 安眠药|安眠藥 .. 吃了|吞了|全|一瓶
S 手上|手臂|胳膊|手腕 .. 全是|都是|有 .. 划痕|劃痕|刀痕|割痕|伤痕|傷痕
A 老公|丈夫|先生|他|她|佢|爸爸|父亲|父親|男朋友|男友|婆婆|公公|儿子|兒子|妈妈|哥哥|前夫|老婆|继父|叔叔 .. 打我|打了我|打我们|揍我|踢我|掐我|强奸|強姦|强暴|威胁我|威脅我|关着我|不让我出门|不讓我出門|家暴|摸我|打我和|打我同
A 家暴|强奸|強姦|强暴|強暴|性侵|猥亵|猥褻|被虐待
A 害怕|怕|不敢 回家|老公|丈夫|他打|他回来|他回來
C 打|揍|打骂|打罵|虐待|猥亵 我|我的|了? 孩子|小孩|女儿|女兒|儿子|兒子
T 护士|護士|医生|醫生|护工|護工|员工|員工|職員|保安|看护|看護|工作人员|工作人員|保姆|护理员 .. 打我|打了我|打他|打她|打人|打了他|打了她|打妈|打媽|打爸|骂我|罵我|骂她|罵她|骂他|罵他|推我|推了我|踢我|绑|綁|摸我|吼我|吼她|虐待|欺负|欺負|偷我|偷钱|偷錢|扇我|扇了|打我妈|打我媽|打我爸|打我奶
O 杀了|殺了|杀死|殺死|砍死|捅死|弄死|宰了 他|她|他们|他們|你|你们|那|这
O 想|要 杀|殺 他|她|人|了|死
N 救命|救我|救救|帮帮我|幫幫我|快来人|快來人|来人啊|來人啊|叫救护车|叫救護車|报警|報警
N 需要|急需|要 .. 帮助|幫助|帮忙|幫忙 .. 现在|現在|马上|馬上|立刻|快|求
N 现在|現在|马上|馬上|立刻 .. 就? 需要|要 .. 帮|幫
N 有人吗|有人嗎|有冇人 .. $|救|帮|幫|在|我
N 怕|害怕|好惊|好驚 .. 帮我|幫我|来|來|救|陪
N 喘不过气|喘不過氣|不能呼吸|呼吸不了|无法呼吸|無法呼吸
S bu xiang huo|zai_huo|huo_le
S wo|zhi|hen|zhen|jiu xiang si
S huo bu xia qu
S zisha|zi_sha|ge_wan|zisi
A laogong|lao_gong|zhangfu|zhang_fu|ta|baba .. da_wo|qiangjian
T hushi|hu_shi|yisheng|yi_sheng .. da_wo|ma_wo|tui_wo
N jiuming|jiu_ming|jiu_wo|bangbang_wo|bang_bang_wo
""",
    "vi": """
- met|doi|cuoi|nong|lanh|vui|xau_ho|khong|chan_muon
S muon|chi_muon|cu_muon|dinh|se|thich|nghi_den .. chet|tu_tu|tu_sat|bien_mat|ket_lieu|ket_thuc_cuoc_doi|ket_thuc_cuoc_song|ngu_mai|chuyen_chet|cai_chet
S khong|chang|ko|hong|hok .. muon|thiet|the|con_muon .. song|ton_tai|thuc_day|tinh_day .. nua|tiep|$|lam|day
S khong|ko|chang|hok song noi|duoc|them|tiep
S khong_con|chang_con|het .. ly_do|dong_luc|hy_vong|muon .. song
S song .. lam_gi|de_lam_gi|vo_nghia|khong_con_y_nghia|chang_con_y_nghia|khong_co_y_nghia
S chan|met_moi_voi|qua_chan song|cuoc_song|cuoc_doi|doi
S tu_sat|tu_van_tu_sat|tu_lam_dau|tu_hai|tu_cat_tay
S rach|cua tay|co_tay|chan|minh
S cat co_tay|tay_minh|mach_mau|tay_tu_tu
S lam_dau|lam_hai|hanh_ha ban_than|chinh_minh
S uong|nuot .. het|ca_lo|ca_hop|ca_vi|qua_lieu .. thuoc|thuoc_ngu|$
S khong_co|thieu toi|em|con|minh .. tot_hon|nhe_hon|do_kho
A chong|chong_toi|chong_em|bo_toi|bo|ba|cha|anh_ta|ong_ay|con_trai|me_chong|ban_trai|anh_ay|chong_cu|bo_duong .. danh|danh_dap|bop_co|dam|hiep|de_doa|tat|hanh_ha|hiep_dam|xam_hai toi|em|con|me_con|chung_toi|minh|tui
A bi danh_dap|hiep_dam|cuong_hiep|bao_hanh|xam_hai|lam_dung|chong_danh|bo_danh
A so .. ve_nha|chong|anh_ta|bo_toi
A bao_hanh|bao_luc gia_dinh
C danh|danh_dap|hanh_ha|bao_hanh|xam_hai con_toi|con_gai|con_trai|chau_toi|cac_con|con_em
T y_ta|bac_si|dieu_duong|nhan_vien|ho_ly|bao_ve|nguoi_cham_soc .. danh|tat|xo|chui|mang|quat|troi|so_mo|danh_dap|xo_day toi|con|em|me_toi|bo_toi|ba_toi|ong_toi|me_con
O toi_se|se|muon|phai .. giet|dam_chet|chem .. no|han|ho|anh_ta|ong_ta|ba_ta|thang|chung_no
N cuu toi|con|em|voi|chung_toi|tui
N can|xin|hay .. giup|giup_do|tro_giup .. ngay|gap|bay_gio|lien|khan_cap
N giup toi|em|con|tui .. voi|ngay|di
N goi .. cap_cuu|xe_cap_cuu|canh_sat .. giup|voi|cho|ngay|gium
N so .. lam|qua .. giup|ai_do|mot_minh|den|cuu
N co_ai o_do|o_day|giup
N khong tho duoc|noi
""",
    "tl": """
- hindi|di|huwag
S gusto|gustong|nais .. ko|kong .. mamatay|magpakamatay|mawala|ng_mamatay|nang_mamatay|nang_mawala|patayin_ang_sarili
S ayaw|ayoko .. mabuhay|nang_mabuhay|gumising|magising
S pagod|sawa .. na|ako .. mabuhay|sa_buhay
S magpapakamatay|magpakamatay|nagpakamatay|maglaslas|naglaslas|nilaslas
S sinasaktan|sinaktan|sasaktan|papatayin|hinihiwa ko .. sarili
S wala_na|walang .. saysay|silbi|dahilan .. buhay|mabuhay
A asawa|tatay|kuya|boyfriend|siya|mister|amo|nanay .. ko|ako .. sinasaktan|binubugbog|sinusuntok|sinasampal|ginahasa|tinatakot|ikinukulong
A sinasaktan|binubugbog|sinusuntok|sinasampal|ginahasa|tinatakot|binugbog|sinaktan .. ako|kami
C sinasaktan|binubugbog|pinapalo .. anak|bata|mga_bata
T nars|nurse|doktor|staff|tagapag_alaga .. sinampal|sinaktan|tinulak|sinigawan|itinali|hinipuan .. ako|nanay|tatay
O papatayin|sasaksakin ko .. siya|sila|kita|yung
N tulong|saklolo .. ngayon|please|po|$|agad
N tulungan .. ako|kami|nyo|niyo|ninyo
N natatakot .. ako .. tulong|tulungan|pumunta|please
""",
    "sq": """
S dua|desha|deshiroj|mendoj|menduar|vendosur|po_mendoj .. te|per .. vdes|vras_veten|vdekj*|vetevrasj*|zhdukem|vritem|jap_fund|mos_zgjohem
S nuk|s|nuk_po|sdua|sdo|smund .. dua|mund|kam|ka|po .. te .. jetoj|jetuar|jete|zgjohem
S sdua|skam|ska te|arsye|kuptim .. jetoj|jete|jeta|jetes
S lodhur|merzitur|ngopur|lodha nga|prej jeta|jetes|jetesa|te_jetuarit
S lendoj|lendova|prej|preva|vras|demtoj|pres|vrava|therr veten|krahun|duart|krahet|venat|doren|duar
S vetevra*
S me_mire .. pa_mua|te_vdes|te_kisha_vdekur|i_vdekur|e_vdekur
S piva|kam_pire|pi|mora .. shume|gjithe|te_gjitha .. ilace|hape|tableta|ilacet|hapat
S jeta .. ska|nuk_ka .. kuptim
A burri|bashkeshorti|babai|vellai|ai|djali|i_dashuri|ish|vjehrra|vjehrri|shoqi|burre .. im .. me|na rreh|godet|qellon|kercenon|dhunon|perdhunon|mbyt|rrahu|goditi|dhunoi|rrah
A me|na rreh|godet|rrahin|dhunon|kercenon|dhunoi|perdhunoi|perdhunuan
A frike .. nga|prej .. burri|shtepi|babai|ai|bashkeshorti
A dhun* ne|brenda familje
A dhun* familjare
A perdhun*
C rreh|godet|dhunon|rrehin .. femij*|djalin|vajzen|femijet
T infermier*|mjek*|doktor*|kujdestar*|stafi|punonjes*|roja .. me|nenen|babain|gjyshen .. godit*|rrah*|rreh|shty*|bertet|bertiti|lidh*|prek*|tall*|shau|shan|kercen*|dhun*
O do_ta|do_ti|dua_ta|dua_ti vras|vrase|ther
N kam_nevoje|nevoje .. per? ndihm*|ambulance .. tani|urgjent|ju_lutem|menjehere|$
N me_ndihmoni|ndihmoni|ndihme|me_ndihmo $|ju_lutem|tani|dikush
N frike .. ju_lutem|ndihm*|dikush|te_vije|vetem
N dikush .. te_vije|te_me_ndihmoje|eja|le_te_vije
N thirrni|dergoni .. ambulanc*|policin*
N nuk|s mund|marr .. fryme
""",
    "ti": """
S ክመውት|ክሞት|ምማት|ሞት|ክቐትል_ነብሰይ .. እደሊ|ይደሊ|ደልየ|ይሓይሽ|ደሊ|ይሓስብ|ሓሲበ|እሓስብ
S ክነብር|ምንባር|ህይወት|ክነብር_እየ .. ኣይደልን|ኣይክእልን|ኣይደልይን|ጸሊአ*|ደኺመ|ሰልቸወኒ|ትርጉም|ደኺሙኒ
S ንነብሰይ|ነብሰይ|ኢደይ|ኣእዳወይ .. ይጎድ*|ክቐትል*|ይቐትል*|ክቀትል*|ጐዲአ*|ጎዲአ*|ክጎድ*|ይቖር*|ቆሪጸ*|ይቆር*|ቀቲለ*|ጎዲኤ*
S ነብሰ_ቅትለት|ነብሰቅትለት|ርእሰ_ቅትለት
S ክጻወር|ክቕጽል|ክቅጽል|ክጾር .. ኣይከኣልኩን|ኣይክእልን|ኣይክእል
A ሰብኣየይ|ኣቦይ|ሓወይ|ንሱ|በዓል_ቤተይ|ሰብአየይ|በዓልቤተይ .. ይወቕዓ*|ወቒዑ*|ይሃርመ*|ይህርመ*|ይቅጥቅጠ*|የፈራርሓ*|ይወቅዓ*|ይቕጥቅጠ*|ዓሚጹ*|ደፊሩ*
A ይወቕዓኒ|ይወቅዓኒ|ይሃርመኒ|ይህርመኒ|ዓሚጹኒ|ደፊሩኒ|ይቕጥቅጠኒ
A ገዛ|ሰብኣየይ .. ምኻድ|ክኸይድ .. እፈርህ|ፈሪሐ
C ውላደይ|ቆልዓ*|ቆልዑ*|ደቀይ|ጓለይ|ወደይ .. ይወቕ*|ይህረ*|ይሃር*|ይጉዳእ
T ነርስ*|ዶክተር*|ሓኪም*|ሰራሕተኛ*|ሓላዊ*|ተኸናኻኒ* .. ወቒዓ*|ወቂዓ*|ወቒዑ*|ሃሪማ*|ሃሪሙ*|ደፊኣ*|ደፊኡ*|ጸሪፋ*|ኣሲሮ*|ይወቕ*
O ክቐትሎ|ክቐትላ|ክቐትሎም|ክቀትሎ|ክወግኦ
N ሓገዝ|ረድኤት .. የድልየኒ|ደሊ|እደሊ|በጃኹም|በጃኻ|ሕጂ|$
N ሓግዙኒ|ርድኡኒ|ኣድሕኑኒ|ርዱኡኒ|ሓግዘኒ
N ፈሪሐ|እፈርህ|ፈሪሀ .. በጃኹም|ሓገዝ|ሰብ|በይነይ
S kmewt|kmot|kmut|kemewt|kimewit|kmewit .. edeli|dely|deli|edely|edelli
S kneber|kenebr|knebr|knebir .. aydelin|aydeln|aykelin|aydelyn
A sebayey|sebayay|seb_ayey .. yweqeani|yhrmeni|yihrmeni|yweqani
N hagez|hgez|hagiz .. yedlyeni|yedliyeni|edeli
N hagzuni|redeuni
""",
    "am": """
S መሞት|ልሞት|ራሴን_መግደል|ራሴን_ማጥፋት|ሞት .. እፈልጋለ*|ፈልጋለሁ|እያሰብኩ|ይሻላል|ይሻለኛል
S መኖር|ህይወት|ሕይወት|ኑሮ .. አልፈልግም|አልችልም|ሰለቸኝ|ደከመኝ|ታከተኝ|መረረኝ|አስጠላኝ|ትርጉም
S ራሴን|እራሴን .. አጠፋ*|እገድላ*|ልገድል|መግደል|ማጥፋት|ላጥፋ|እጎዳለ*|ጎዳሁ|ቆረጥኩ|መጉዳት|ልጎዳ
A ባሌ|አባቴ|ወንድሜ|እሱ|ባለቤቴ .. ይመታኛል|መታኝ|ይደበድበኛል|ያስፈራራኛል|ደፈረኝ
A ይመታኛል|ይደበድበኛል|ደፈረኝ|ይደበድቡኛል
T ነርስ*|ዶክተር*|ሰራተኛ*|ሐኪም* .. መታኝ|መታችኝ|ገፋችኝ|ገፋኝ|ደበደቡኝ|ሰደበችኝ|በጥፊ
N እርዳታ|እርዱኝ .. እፈልጋለ*|አሁን|እባካችሁ|$
N እርዱኝ|አድኑኝ|እርዳኝ
N እፈራለሁ|ፈርቻለሁ .. እባካችሁ|ሰው|ብቻዬን
""",
    "ps": """
S غواړم|غواړمه|زړه_مې .. چې .. مړ|مړه|ومرم|مرم|ځان_ووژنم|ځان_وژنم
S ژوند|ژوندي|ژوند_کول .. نه .. غواړم|کولای
S ژوند .. ستړی|ستړې|تنګ|بیزار
S ځان .. مې|ته|به .. وژنم|ووژنم|زخمي|پرې|زیان
A خاوند|میړه|پلار|ورور|خسر|خواښې .. مې|ما .. وهي|وهل|ډبوي|ګواښ*|وهلې
A ما|موږ وهي|ډبوي
T نرس*|ډاکټر*|کارکوونک* .. ووهل*|وهي|ټېل|چیغې
N مرسته .. وکړئ|غواړم|پکار|ضرورت|راسره|وکړه
N ځان_مې_وژغورئ|امبولانس_راو*
N ډارېږم|ویرېږم .. مهرباني|څوک|مرسته
""",
}
