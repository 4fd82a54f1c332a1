"""Polish, Romanian, Portuguese, Spanish, Turkish, Kurmanji, Lithuanian, Somali and Welsh, without accents.

One rule a line: a letter for the reason (`S` self-harm, `A` abuse, `C` a child at risk, `T` harm by staff, `O` harm to others, `N` help
needed now), then words as in `feedback.distress.pattern`. `-` begins words that deny when they stand right before,
`+` words that make a saying of it when they stand right after ("morir de risa").
"""

LATIN = {
    "pl": """
- nie|nigdy|bez
+ ze_smiechu|z_glodu|z_nudow|ze_wstydu|z_zimna
S chce|chcialbym|chcialabym|chcialbym_juz|wole|wolalbym|wolalabym|pragne|marze_zeby|mam_ochote|chce_sie .. umrzec|zdechnac|sie_zabic|zabic_sie|zniknac|skonczyc_z_soba|skonczyc_ze_soba|nie_zyc|zasnac_i_sie_nie|popelnic_samobojstwo|skonczyc_ze_swoim|odebrac_sobie|skoczyc_z|sie_powiesic
S zabije sie
S sie zabije|zabic|powiesze|powiesic|potne|tne|okaleczam|samookaleczam
S zabic|powiesic|tne|potne|okaleczam|krzywdze|krzywdzic|ciac|pocielam|pocialem|pociac|skrzywdzic|skrzywdze|zranic sie|siebie
S nie .. chce|mam_po_co|mam_dla_kogo|widze_sensu|ma_sensu|moge|dam_rady|chce_mi sie? .. zyc|zyc_dalej|zycia|tak_zyc|dalej_zyc|byc_na_tym_swiecie|sie_zyc|istniec|sie_juz_zyc
S samoboj*|samookalecz*
S mysle|mysli|mysl o? .. samoboj*|smierci|zabiciu|samobojcze
S skoncze|skonczyc z|ze .. soba|zyciem|swoim_zyciem
S lepiej .. beze_mnie|gdyby_mnie_nie_bylo|jakbym_nie_zyl|jakbym_umarl*|gdybym_nie_zyl*
S nie_mam|brak|stracilem|stracilam .. sily_zyc|sil_zyc|checi_do_zycia|po_co_zyc|nadziei|sensu_zycia
S wzialem|wzielam|polknalem|polknelam|lyknalem|lyknelam|nalykalem|nalykalam .. tabletek|tabletki|lekow|leki|prochy
S ciagle|znow|znowu sie tne|okaleczam
A maz|on|ona|partner|chlopak|zona|ojciec|tata|brat|syn|matka|mama|ojczym|facet|narzeczony|ex|byly|tesciowa|wujek|corka .. mnie|nas .. bije|bil|uderzyl|kopie|dusi|gwalci|zgwalcil|molestuje|dotyka|zamyka|szantazuje|grozi|pobil|maltretuje|krzywdzi|zastrasza|kontroluje|poniza|katuje
A bije|bija|uderzyl|kopie|dusi|zgwalcil|gwalci|molestuje|molestowal|dotyka|pobil|maltretuje|krzywdza|zastrasza|kontroluje|katuje|wykorzystuje .. mnie|nas|mna|moja|moje|dzieci
A boje sie .. meza|ojca|wracac|wrocic|partnera|meza|jego|syna|brata|domu|isc_do_domu
A zostalam|zostalem|bylam|bylem|jestem .. zgwalcon*|bita|bity|molestowan*|pobita|pobity|wykorzystan*|maltretowan*|zamykana
A przemoc .. domow*|w_domu
A grozi|grozil mi|ze_mnie|nam
A zabiera|zabral|zabieraja mi .. pieniadze|paszport|telefon|karte|dokumenty
A nie pozwala mi|nam
C bije|krzywdzi|molestuje|dotyka|katuje|glodzi|szarpie|krzywdza|bija .. dziecko|dzieci|syna|corke|coreczke|synka|moje|wnuka|wnuczke
C dziecko|dzieci|syn|corka|synek|coreczka|moje .. krzywdz*|bite|bity|bita|glodne|glodny|siniaki|molestowan*|w_niebezpieczenstwie|zaniedban*|sie_boi_ojca|sie_boja|ma_siniaki
C mam 10|11|12|13|14|15 lat
T pielegniark*|pielegniarz|personel|lekarz|lekarka|opiekun|opiekunka|opiekunki|pracownik|pracownica|ochroniarz|salowa|obsluga|psychiatra|sanitariusz* .. bije|uderzyl*|bija|szarpal*|szarpie|kopn*|dotyk*|krzyczy|krzyczal*|wyzywa*|smial*|smieja|ponizal*|grozil*|zwiazali|zwiazal|molest*|popchn*|wyzw*|ukrad*|szturch*|szarpia|krzycza|uderza|obraza*|pobil*|zignorowal*
T na oddziale|szpitalu|w_szpitalu|w_osrodku .. mnie|nas .. bili|bija|bito|zwiazali|przywiazali|szarpali|ponizali|pobili|bije
T przywiazali|zwiazali|przypieli|pobili|bili mnie|go|ja .. pasami|lozka|oddziale|personel|szpitalu|do
O zabije|zamorduje|dzgne|udusze|zatluke|zastrzele|pobije|spale|zarzne|zadzgam go|ja|ich|ciebie|cie|kogos|was|meza|sasiada|lekarza|wszystkich|go_dzis|te|ten|tego|to|jego|zone
O chce|mam_ochote|chcialbym .. go|kogos|ich|ja .. zabic|dzgnac|udusic|pobic|skrzywdzic
O chce|mam_ochote zabic|skrzywdzic|pobic|zamordowac .. kogos|ludzi|meza|go|ja|ich|lekarza|sasiada
O mam noz .. i|zabije|go
N potrzebuje|prosze|blagam|chce .. pomocy|o_pomoc|pomozcie|pomoc .. teraz|natychmiast|szybko|pilnie|juz|dzis|$
N pomocy|ratunku|ratujcie .. $
N prosze|blagam .. pomocy|pomozcie|ratunku|karetke|o_pomoc
N pomozcie|pomoz|ratujcie|ratuj mi|mnie|prosze|nam
N nie jestem|czuje_sie bezpieczn*
N nikt .. nie|mi .. pomaga|pomoze|pomoc|slucha|odbiera|pomogl
N wezwijcie|wezwij|potrzebuje|dzwoncie|przyslijcie .. karetk*|pogotowie|policje|ambulans
N nie .. mam|mamy .. jesc|jedzenia|gdzie_spac|gdzie_mieszkac|dachu|na_jedzenie|co_jesc|lekow|insuliny|dokad_isc
N slysze glosy
N nie moge oddychac
""",
    "ro": """
- nu|niciodata
+ de_ras|de_foame|de_sete|de_rusine|de_frig
S vreau|vrea|as_vrea|imi_doresc|doresc|prefer|imi_vine|am_de_gand|o_sa|ma_gandesc .. sa|sa_ma? mor|omor|sinucid|ma_omor|ma_sinucid|ma_spanzur|ma_arunc|ma_tai|dispar|nu_mai_exist|termin_cu_viata|ma_ranesc|imi_iau_viata|nu_mai_traiesc|pun_capat
S nu mai? .. vreau|pot|rezist|am|are .. traiesc|trai|sa_traiesc|pentru_ce|viata_sens|niciun_rost_viata|sens_viata|sa_mai_traiesc|viata|puterea_sa_traiesc|rost
S sinucid*|sinucig*|suicida|suicidul*
S ma voi|tai|ranesc|omor|spanzur|automutilez
S m am taiat|ranit
S imi iau|voi_lua|pun|tai .. viata|zilele|capat|venele|capat_zilelor
S am luat|inghitit .. pastile|pastilele|medicamente|multe_pastile|toate_pastilele
S mai_bine|ar_fi_mai_bine .. fara_mine|as_muri|eram_mort|moart*|muri
S ganduri|ma_gandesc|gandesc .. moarte|suicid*|sa_mor|sinucid*|negre
A sotul|barbatul|el|ea|sotia|iubitul|tatal|tata|fratele|fiul|mama|partenerul|prietenul|socrul|soacra|unchiul|vecinul|concubinul|fostul|tatal_vitreg .. ma|ne|m .. bate|batut|loveste|lovit|violat|violeaza|atinge|ameninta|amenintat|strange_de_gat|inchide|abuzeaza|chinuie|controleaza|umileste|agreseaza|molesteaza
A ma|ne|m_a|m_au bate|batut|loveste|lovit|violat|violeaza|ameninta|abuzat|abuzeaza|strange|agreseaza|molestat|atins|inchide|sechestrat
A m a|au violat|batut|lovit|abuzat|molestat|atins|amenintat|strans
A am_fost|sunt|eram violat*|batut*|abuzat*|lovit*|molestat*|amenintat*|agresat*
A mi e|este|imi_e|imi_este .. frica|teama .. de|acasa .. el|sotul|acasa|sot|tata|sa_merg|barbatul|sotul_meu|sa_ma_intorc
A nu ma|ne lasa .. ies|sa_ies|sa_vorbesc|sa_plec|vorbesc|afara|sa_mananc|sa_vad
A imi|mi ia|iau|a_luat .. banii|pasaportul|actele|telefonul|buletinul
A violenta .. domestica|in_familie|casa
C bate|loveste|abuzeaza|ranesc|raneste|molesteaza|atinge .. copilul|copiii|copii|fiul|fetita|baiatul|fata|bebelusul|fiica
C copilul|copiii|fiul|fetita|fiica|baiatul|copil .. batut*|ranit*|abuzat*|lovit*|vanatai|in_pericol|flamand*|foame|molestat*|este_ranit|bate
C am 10|11|12|13|14|15 ani
T asistent*|infirmier*|personalul|doctorul|medicul|doctorita|ingrijitor*|paznicul|psihiatrul|asistentul .. bate|batut|lovit|loveste|tipat|tipa|atins|ras|jignit|umilit|amenintat|legat|impins|ignorat|tras|furat|plesnit|palmuit|bat|strigat|rad_de|injurat|agresat
T m au|a legat|imobilizat|batut|lovit|injectat .. pat|spital|sectie|asistent*|forta|personal*|infirmier*
T in spital|sectie .. bat*|lovi*|lega*
O il|o|ii|te|va voi omori|ucide|injunghia
O il|o|ii|te|va omor|ucid|injunghii|sugrum|bat_pana
O am_sa|o_sa|vreau_sa|voi|vreau .. il|o|ii|l|te|pe_el|pe_cineva .. omor|ucid|injunghii|bat|omoare|sugrum|impusc|lovesc|ranesc
O vreau|imi_vine|o_sa|am_sa .. omor|ucid|injunghii|ranesc pe|cineva|oameni
N am nevoie de? ajutor|ambulanta|doctor|medic .. acum|urgent|repede|imediat|$
N ajutor|ajutati_ma|ajuta_ma|salvati_ma .. acum|urgent|va_rog|repede|$
N ajutati|ajuta|salvati ma|imi
N va_rog|te_rog .. ajutati|ajuta|ajutor|ambulanta
N nu sunt|ma_simt in? siguranta
N nimeni nu ma? .. ajuta|asculta|raspunde
N chemati|trimiteti|sunati .. ambulanta|salvarea|politia
N nu .. am|avem .. mancare|unde_sa_dorm|unde_sa_stau|ce_manca|sa_mananc|unde_dormi|unde_merge|bani_de_mancare|medicamente|insulina
N nu pot|mai_pot .. respira
N aud voci
""",
    "pt": """
- nao|nunca
+ de_rir|de_fome|de_sede|de_tedio|de_vergonha|de_frio|de_calor|de_cansaco
S quero|queria|vou|penso_em|pensando_em|prefiro|gostaria_de|pensei_em|desejo|tentei|vontade_de|apetece_me|so_quero|quero_me|tenho_vontade_de .. morrer|me_matar|matar_me|suicidar|desaparecer|acabar_com_tudo|acabar_com_a_minha_vida|acabar_com_a_vida|me_suicidar|tirar_a_minha_vida|me_cortar|cortar_me|me_machucar|me_magoar|magoar_me|por_fim_a_minha|dormir_para_sempre|me_enforcar|nao_acordar|por_fim_a_vida|suicidar_me|acabar_comigo
S nao .. quero|aguento|consigo|tenho|vejo|ha|faz|vale mais? .. viver|existir|razao_para|sentido|estar_aqui|acordar|continuar_a_viver|continuar_vivo|continuar_viva|vida|vontade_de_viver|motivo_para|seguir_vivendo|a_pena_viver|viver_mais
S suicidar*|suicidio*|suicidi|suicidei|suicidarme|me_suicid*
S matar me|mim
S me mato|matar|cortei|corto|machuco|machuquei|enforco
S cortei|corto|magoo|magoei|mato|machuco|matar|cortar me
S tomei|tomar|engoli .. comprimidos|remedios|remedio|pastilhas|medicamentos|overdose
S melhor .. sem_mim|morto|morta|se_eu_morresse|morrer
S sou um fardo|peso
A marido|ele|ela|companheiro|namorado|pai|padrasto|irmao|filho|mae|parceiro|esposa|mulher|tio|ex|sogra|vizinho|homem .. me|nos|bate_me .. bate|bateu|agride|espanca|violou|estupra|estuprou|toca|ameaca|ameacou|tranca|abusa|abusou|empurra|aperta|enforca|controla|maltrata|bateram|obriga|agrediu|sufoca|humilha
A bate|bateu|agride|violou|viola|ameaca|toca|tocou|maltrata|abusa|obriga|empurrou|controla|humilha me|nos|em_mim|de_mim
A abusa|abusou|abusava|abusaram|tocava|tocou de|em mim|nos
A fui|sou|estou_a_ser|era|estou_sendo violad*|abusad*|espancad*|agredid*|estuprad*|ameacad*|violentad*|molestad*|maltratad*
A medo .. de|do|dele .. dele|marido|voltar_para_casa|pai|ir_para_casa|companheiro|voltar_a_casa|casa|namorado
A nao me? deixa me? .. sair|falar|comer|ver|trabalhar
A violencia domestica
A tira|tirou|fica|roubou|roubam .. me|com|meu .. dinheiro|passaporte|documentos|telefone|celular
C bate|batem|abusa|magoa|machuca|toca|maltrata|espanca|agride .. no|na|nos|os|o|meu|minha|as .. filho|filha|filhos|crianca|criancas|menino|menina|bebe|filhas|netos
C filho|filha|filhos|crianca|criancas|bebe|menina .. abusad*|maltratad*|espancad*|magoad*|em_perigo|ferid*|nodoas|hematomas|com_fome|machucad*|ser_magoad*|violad*|marcas
C tenho 10|11|12|13|14|15 anos
T enfermeir*|funcionari*|medic*|cuidador*|auxiliar|pessoal|psiquiatra|seguranca|equipa|equipe|tecnico|assistente|terapeuta .. bateu|bate|batem|bateram|agred*|empurr*|grit*|amarr*|tocou|toca|riu|ri_se|riram|humilh*|ameac*|maltrat*|roub*|ignor*|insult*|puxou|arrast*|abus*|deu_me_um_estalo|estalo|gozou|esbofete*|apalp*
T hospital|lar|enfermaria|clinica .. me|amarra*|bate* .. bateram|amarraram|batem|bater|maltrat*
T amarraram|prenderam|bateram|agarraram|seguraram me .. cama|hospital|chao|forca
O vou|quero|queria|vontade_de|apetece_me|penso_em .. mata_lo|mata_la|matar_ele|matar_o|matar_a|matar_alguem|matar_esse|matar_aquele|esfaquear|bater_nele|matar_todos|dar_uma_facada|matar_meu|matar_minha|matar_o_meu|matar_os|ferir_alguem|queimar|machucar_alguem|esfaquea_lo|magoar_alguem|partir_a_cara
O vou mata|matar .. lo|la|los|todos|alguem
N preciso .. de? ajuda|socorro|ambulancia .. agora|urgente|ja|rapido|por_favor|$
N socorro|ajudem_me|me_ajuda|me_ajudem|ajude_me|me_ajude|ajuda_me .. agora|por_favor|$
N ajuda|socorro .. agora|urgente|por_favor|ja
N nao estou|me_sinto|sinto .. segur*|a_salvo|em_seguranca|segura_em
N ninguem .. me? .. ajuda|ajudou|ouve|atende|quer_saber
N chamem|chama|mandem|preciso .. ambulancia|policia
N nao .. tenho|temos|ha .. comida|onde_dormir|o_que_comer|para_comer|nada_para_comer|casa|medicacao|insulina|onde_ficar|comer|sitio_para_dormir
N dias sem comer
N ouco vozes
N nao consigo respirar
""",
    "es": """
- no|nunca|jamas
+ de_risa|de_la_risa|de_hambre|de_sed|de_aburrimiento|de_verguenza|de_frio|de_calor|de_ganas
S quiero|quisiera|voy_a|pienso_en|pensando_en|prefiero|gustaria|pense_en|deseo|intente|ganas_de|he_pensado_en|solo_quiero|me_quiero|quiero_ya .. morir|morirme|matarme|suicidarme|desaparecer|acabar_con_todo|acabar_con_mi_vida|quitarme_la_vida|cortarme|hacerme_dano|lastimarme|ahorcarme|no_despertar|matar|dormir_para_siempre|acabar_con_esto|quitar_la_vida|tirarme_al_tren|tirarme
S no .. quiero|puedo|aguanto|tengo|veo|vale|tiene .. vivir|existir|razon_para|sentido|estar_aqui|despertar|seguir_viviendo|seguir_viva|seguir_vivo|vida|ganas_de_vivir|motivos|pena_vivir|mas_vivir
S suicidar*|suicidio*|suicidi|suicidei|suicidarme|me_suicid*
S matarme|suicidarme|ahorcarme|cortarme|autolesion*
S me mato|corto|corte|hago_dano|autolesiono|quiero_matar|quiero_morir|voy_a_matar|suicido|he_cortado|lastimo|hice_dano
S quitarme|acabar_con la|mi vida
S tome|tomado|trague|tomarme|tomar|tomo .. pastillas|medicamentos|sobredosis|todas_las
S mejor .. sin_mi|muert*|si_me_muero|si_no_estuviera
S soy|siento .. una? carga
A marido|el|ella|esposo|novio|padre|padrastro|hermano|hijo|pareja|madre|tio|mujer|ex|papa|hombre|esposa|suegra|jefe .. me|nos .. pega|pego|golpea|golpeo|viola|violo|toca|tocaba|amenaza|amenazo|encierra|abusa|abuso|maltrata|empuja|ahorca|estrangula|controla|obliga|insulta|ahoga|pegaba|agrede|humilla
A me|nos pega|pegan|pego|golpea|violo|violaron|viola|amenaza|maltrata|encierra|toca|tocaba|pegaba|golpean|empuja|estrangula|controla
A abusa|abuso|abusaba|abusaron de mi|nosotras|ella
A fui|soy|estoy_siendo|he_sido|era violad*|abusad*|golpead*|maltratad*|agredid*|amenazad*
A miedo .. a|de|al|volver .. el|mi_marido|casa|mi_padre|mi_esposo|mi_pareja|mi_novio|volver|mi_ex|irme_a_casa
A no me deja .. salir|hablar|comer|ver|trabajar|ir|llamar
A violencia domestica|de_genero|machista|intrafamiliar
A me quit*|roba*|quita .. dinero|pasaporte|documentos|telefono|movil|papeles|tarjeta
C pega|pegan|golpea|abusa|lastima|toca|maltrata|hace_dano|amenaza|hacen_dano .. a|al|de .. hijo|hija|hijos|nino|nina|ninos|bebe|nieto|nieta|mis_hijos|mi_hija|mi_hijo|los_ninos|hermanito
C hijo|hija|hijos|nino|nina|ninos|bebe .. abus*|maltrat*|golpead*|lastim*|en_peligro|moreton*|hambre|pegando|haciendo_dano|pegan|moratones|herid*|hacen_dano
C tengo 10|11|12|13|14|15 anos
T enfermer*|personal|medic*|doctor*|cuidador*|auxiliar|psiquiatra|guardia|celador*|trabajador*|terapeuta .. pego|pega|pegaron|golpe*|empuj*|grit*|atar*|ataron|ato|toco|toca|rio|rieron|humill*|amenaz*|maltrat*|rob*|ignor*|insult*|arrastr*|abus*|abofete*|burl*|pegan|bofetada|manose*
T hospital|residencia|clinica .. me .. ataron|pegaron|pegan|maltrat*|golpe*
T me ataron|amarraron|sujetaron|pegaron .. cama|hospital|fuerza|suelo|personal
O voy_a|quiero|quisiera|ganas_de|pienso .. matarlo|matarla|matarlos|matar_a|apunalar*|matar_alguien|hacerle_dano|hacer_dano_a|pegarle|quemar_la|quemar_el|matarle|darle_una|acuchillar*|partirle|estrangularlo|matarte|mataros|dispararle
O lo|la|le|los|te voy_a|quiero matar|apunalar|acuchillar|quemar|pegar
O lo|la|los|te matare|mato
N necesito .. ayuda|ambulancia|auxilio .. ahora|urgente|ya|rapido|por_favor|inmediata|$
N socorro|auxilio|ayudenme|ayudame|ayudadme .. ahora|por_favor|$
N ayuda|auxilio .. ahora|urgente|por_favor|ya
N no .. estoy|siento .. segur*|a_salvo
N nadie .. me .. ayuda|ayudo|escucha|contesta|hace_caso|quiere_ayudar
N llamen|llama|manden|necesito .. ambulancia|policia
N no .. tengo|tenemos|hay .. comida|donde_dormir|que_comer|para_comer|casa|medicacion|insulina|donde_ir|donde_quedarme|sitio
N sin comer|comida|techo
N en la calle .. hijos|noche|hoy
N oigo|escucho voces
N no puedo respirar
""",
    "tr": """
- gulmekten|acliktan|yorgunluktan|sicaktan|sikintidan
S olmek|oelmek|olmeyi|intihar_etmek|kendimi_oldurmek|yok_olmak|kaybolmak|hayatima_son_vermek|canima_kiymak|hayatima_son|canima_kiymayi .. ist*|istiyom|dusun*|verecegim|edecegim|planl*
S intihar .. ist*|dusun*|edecegim|ettim|et*|etmeyi|fikri|dusunce*
S yasamak .. istemiyorum|istemiyom|istemem|anlam*|icin_sebe*|yoruldum|biktim|gelmiyor
S kendimi .. oldur*|kes*|as*|yaral*|zarar|atacagim|jiletl*|kesiyorum
S kendime .. zarar|kiy*
S canima|hayatima|yasamima .. kiy*|son
S kolumu|bilegimi|bileklerimi .. kes*
S yasamanin|hayatin|yasamaktan|hayattan .. anlami|biktim|bıktım|usandim
S cok|butun|bir_kutu|tum .. hap|ilac|haplari|ilaclari .. ictim|aldim|yuttum|icecegim
S artik dayanamiyorum|yasayamam|dayanamiyom
S ben_olmasam|olsem|bensiz .. daha_iyi|iyi|kurtulur*
S uyanmak istemiyorum
A kocam|esim|o|babam|annem|abim|kardesim|sevgilim|oglum|kayinvalidem|uvey_babam|amcam|adam|kocası|erkek_arkadasim|kayinpederim|eski_esim|dayim .. beni|bana|bizi .. dov*|vur*|dovuyor|tecavuz|taciz|tehdit|siddet|kilitl*|bogaz*|dokun*|tokat*|eziyet|zorl*|tekme*|doviyor|oldurecek|bogmaya
A beni|bizi|bana|annemi .. doviyor|dovuyor|dovdu|dovuyorlar|tecavuz|taciz|tehdit|siddet|kilitliyor|eve_kilit*|bogdu|vuruyor|tokat*
A tecavuz|taciz .. etti|ugradim|ediyor|edildim|ettiler
A aile_ici|evde|ev_ici .. siddet
A kocamdan|ondan|babamdan|esimden|eve|evde .. kork*|gitmekten_kork*|donmekten
A disari|evden|konusmama|disari_cikmama .. cikmama|cikartmiyor|izin_vermiyor|birakmiyor
A pasaportumu|parami|telefonumu|kimligimi .. aldi|aliyor|sakl*
C cocugum|cocuklar*|oglum*|kizim*|bebe* .. dov*|zarar|taciz|istismar|vur*|aciktirl*|tehlike*|morluk*|siddet|ac
C 10|11|12|13|14|15 yasindayim
T hemsire*|doktor*|personel*|bakici*|calisan*|gorevli*|guvenlik|hastabakici|psikiyatr* .. vurdu|dov*|tokat*|itti|bagir*|bagl*|dokundu|taciz|guldu|gulduler|alay|tehdit|hakaret|asagila*|vuruyor|surukle*|caldi|kufur|eziyet|vurdular
T hastanede|serviste|bakimevinde .. dov*|vur*|bagl*|siddet|bagladilar
T yataga|sandalyeye bagladilar|bagliyorlar
O onu|onlari|kocami|seni|hepsini|hepinizi|birini|doktoru|komsuyu|herkesi|karimi|adami|sizi .. oldur*|bicakl*|vuracagim|bogacagim|geberte*|yakacagim|kesecegim|dovecegim|oldurcem|gebertecem
O birini|insanlara|birine|ona .. oldurmek|zarar_vermek|bicaklamak
N yardima|yardim|acil .. ihtiyac*|lutfen|edin|edin_lutfen|simdi|ediniz|acil
N yardim edin|et|istiyorum|$
N imdat
N ambulans|polis .. cagir*|lazim|gonder*
N guvende .. degil*|hissetmiyorum
N kimse .. yardim|dinlemiyor|etmiyor|bakmiyor
N yiyecek*|yemek*|kalacak|yatacak|evde .. yok|hicbir_sey_yok|yerim|yerimiz|kalmadi
N acim|ac cocuklar*|kaldik|kaldim|uc_gundur
N nefes alamiyorum
N sesler .. duyuyorum
N sokakta|evsiz .. kaldim|kaldik|yatiyorum|uyuyorum
""",
    "kmr": """
S dixwazim|dixwazime|ez_dixwazim|dixazim .. bimirim|xwe_bikujim|xwe_bukujim|xwe_daliqinim|mirine|jiyana_xwe|bimrim|xwe_bikujm|zirare_bidim_xwe
S ez_e|eze|xwe .. xwe_bikujim|bikujim|bikujm
S naxwazim|naxwazm|nikarim .. bijim|jiyan*|bjim|edi_bijim
S xwekusti*|xwe_kustin
A mere|mire|hevjine|bave|ew|bira|kure .. min|me|minra .. li_min_dixe|dixe|lediixe|dikuje|gef|tecavuz|lexist|didixe|dide
A li min|me dixe|dixin|xist|dide|dixist|da
A ez .. ditirsim|ditrsim .. ji|mal|ji_mere|ji_wi|vegerim
A tecawiz|destdirej*|tecawuz
C li zaroke*|zaroken|kure|keca|zarok* .. dixe|dixin|min_dixe
C zaroke*|zaroken .. dixe|dixin|di_xetere|birci
T hemsire|karmend*|doktor|personel|karker* .. li_min|li min? .. dixe|dixin|xist|da
O ez_e|eze|dixwazim .. wi|we|wan|yeki .. bikujim|bukujim
N alikari|arikari .. bikin|bike|dixwazim|niha|lazim|ji_min_re|hewce|$
N ez ne ewle|parasti|di_ewlehiye
N kes .. alikari|arikari .. nake|nakin|min_nake
N xwarin|nan|cih .. tune|tuneye|nine|min_tune|nin
N ambulans*
""",
    "lt": """
- nenoriu_kad
S noriu|noreciau|norisi|galvoju_apie|ketinu|planuoju|geriau|tiesiog_noriu .. mirti|numirti|nusizudyti|zudytis|isnykti|dingti|pasikarti|nebegyventi|savizudybe|mirti_siandien|susizaloti|baigti_gyvenima|pasitraukti_is_gyvenimo
S nebenoriu|nenoriu|nebegaliu|neturiu_del_ko|nera_prasmes|neverta .. gyventi|gyvent|buti|gyventi_toliau|taip_gyventi
S nusizud*|savizud*|pasikarsiu|pasikart*
S zaloju|pjaustau|pjausciau|suzalojau|nuzudysiu|nusizudysiu|pjaustausi|zalojuosi .. save|$
S isgeriau|prarijau|suvalgiau .. tableciu|tabletes|vaistu|vaistus
S be manes .. geriau|lengviau
S geriau .. be_manes|nebuciau_gim*|numirciau
A vyras|jis|tevas|sugyventinis|draugas|sunus|brolis|ji|patevis|mama|uosvis .. mane|mus .. musa|muse|smaugia|prievartauja|isprievartavo|grasina|liecia|uzrakina|kontroliuoja|smurtauja|spardo|muses
A mane|mus musa|muse|smaugia|isprievartavo|prievartauja|grasina|sumuse|uzrako
A smurt* .. namuose|artimoje|seimoje|vyras
A bijau .. vyro|jo|grizti|tevo|namo|eiti_namo
C musa|muse|skriaudzia|zaloja|liecia|daužo .. vaik*|vaikus|sunu|dukra|kudiki
C vaik*|dukra|sunus|vaika .. musa|skriaudzia|skriaudziam*|melynes|pavojuje|alkan*|muse
C man 10|11|12|13|14|15 metu
T slaugytoj*|darbuotoj*|gydytoj*|personalas|seselė|sesele|slauge|apsaugos|priziuretoj* .. muse|musa|trenke|smoge|suduoda|seke|stume|pastume|rėkė|reke|saukia|pririso|liete|juokesi|tyciojosi|grasino|zemino|ignoravo|smaugė
O nuzudysiu|uzmusiu|nudursiu|papjausiu|pasmaugsiu|sumusiu|nusausiu .. ji|ja|juos|tave|kazka|jus|vyra|visus|$
O noriu|noriu_ji .. nuzudyti|uzmusti|nudurti|suzaloti .. ji|ja|juos|ka|zmogu|kazka|$
N reikia|prasau|skubiai .. pagalbos|pagalba|greitosios|greitoji .. dabar|skubiai|greitai|prasau|$
N pagalbos|gelbekit*|padekite|padek .. man|prasau|dabar|skubiai|$
N nesijauciu|nesu .. saug*
N niekas .. nepadeda|neklauso|nepades|nepadejo
N neturiu|neturime|nera .. maisto|kur_miegoti|kur_gyventi|ka_valgyti|kur_eiti|vaistu
N kviesk*|iskviesk* greit*|policij*
N girdziu balsus
N negaliu kvepuoti
""",
    "so": """
S waxaan|waxan|wan|waan|rabaa|waxaa|waxa .. rabaa|rabo|doonayaa|rabaa_inaan|jeclahay|doonaa|ka_fekerayaa|rabo_inan|fikirayaa .. dhinto|dhiman|is_dilo|isdilo|naftayda|is_dhaawac*|dhintaa|in_aan_dhinto|dhamee|waxyeel*|dilo_nafteyda|naftaydaan_dilo
S is_dil*|isdil*|is_dhaawac*|isdhaawac*
S inaan|inan|in_aan dhinto|isdilo|is_dilo|dhimato
S naftayda|nafteyda|nafta .. dil*|qaad*|goyn|waxyeel*|dhaawac*|ka_qaado|in_aan_qaado|jar*
S ma .. rabo|doonayo|rabi .. noolaado|inaan_noolaado|nolosha|in_aan_noolaado|nolol|inaan_sii_noolaado|in_aan_sii_noolaado|inan_noolado|noolaan*
S nolosha|noloshu .. waan_ka_daalay|ka_daalay|micno|macno|ma_leh|dhameyn*
S waan ka daalay nolosha
S kaniini*|dawo .. badan .. liqay|qaatay|cunay
A ninkaygu|ninkaygii|ninkeyga|ninkayga|saygayga|isagu|wuu|wuxuu|aabahay|walaalkay|xaaskayga|wiilkayga|odayga|aabbahay|adeerkay|seygeyga|nin .. i|igu|na .. garaac*|dil*|ku_garaac*|dhir*|faraxumeey*|kufsa*|hanjab*|qufu*|xir*|waxyeel*|garac*|feer*|laad*
A i|igu|wuu_i|way_i|na garaac*|garac*|dhirbaax*|faraxumee*|kufsad*|kufsay|hanjab*|dilaa|feeray|xadgud*|jirdil*
A waa la|lay|la_i kufs*|faraxum*|garaac*|xadgud*
A la i|igu kufs*|faraxum*|garaac*|xadgud*
A waan|waxaan|wan .. ka_baq*|baqayaa|cabs*|ka_cabs* .. ninka*|guriga|inaan_guri*|isaga|aabah*|aado_guriga|noqdo
A gudniin*|guursi_qasab|guur_khasab
C ilmah*|carruurt*|caruurt*|cunug*|wiilk*|gabadh*|gabart*|ilma* .. garaac*|dhaawac*|waxyeel*|xadgud*|dil*|gaaj*|khatar*|faraxum*|gudn*|garac*
C waxaan_jiraa|waxan_jiraa 10|11|12|13|14|15
T kalkaaliy*|shaqaal*|dhakhtar*|dhaqtar*|ilaalad*|daryeel* .. i|igu|na|hooyaday .. garaac*|dhir*|riix*|ku_qayliy*|qayliy*|faraxum*|xir*|dil*|caay*|taab*|ku_dhuft*|garac*|qosl*|hanjab*|dayac*|dhuft*
O waan|waxaan|wan .. dili|dilayaa|dilaa|dil_doonaa|inaan_dilo|rabaa_inaan_dilo|mindi|toor*|tooreyn|dilo .. isaga|iyada|iyaga|$|doonaa|qof|ninka|iyo
O isaga|iyada|iyaga|qof|dadka .. waan|ayaan|inaan|in_aan .. dil*|mindi*|toor*
O inaan dilo|dhaawaco qof|isaga|ninka|dadka|iyada|ninkayga
N i|na|ii|fadlan caawi|caawiya|caawiyaa|gargaar*|soo_caawi*
N caawimaad*|caawimo|gargaar .. baahan*|rabaa|hadda|degdeg|deg_deg|fadlan|ubaahanahay
N waxaan|waxan .. u_baahanahay|ubaahanahay|rabaa .. caawimaad*|ambalaas*|caawimo|gargaar*
N ma .. badbaad*|nabad_galyo|ammaan|aamin .. qab*|ihi|ahi|hayo|dareem*|$
N cidna|qofna|cid .. ma|ima .. caawin*|caawiyo|i_caawi*|maqlo|gargaar*
N cunto|raashin|meel .. ma|malahan|maleh .. hay*|haysto|haysano|lihi|jirto|aan_seexdo|aan_ku_seexdo|hayno|haysan*
N meel .. seexdo|seexano|hoyd*
N codad .. maqlayaa|maql*
N neefsan .. kari|karo
""",
    "cy": """
S dwi|dw_i|rwyf|rydw_i|rwy|wyf|hoffwn|ydw_i|fi|dwin|rwyn|dw .. eisiau|isio|ishe|isho|am|moyn|eisie|meddwl_am|yn_meddwl_am|bron_a .. marw|lladd_fy_hun|lladd_yn_hun|lladd_fy_hunan|diweddu|brifo_fy_hun|gorffen_y_cyfan|diflannu|niweidio_fy_hun|rhoi_diwedd|lladd_i_fy_hun|brifo_yn_hun|gorffen_fy_mywyd|dod_a_fy_mywyd|peidio_bod_yma|peidio_byw|ladd_fy_hun|frifo_fy_hun|cymryd_fy_mywyd
S lladd|ladd|brifo|frifo|niweidio|torri|dorri|grogi|crogi|anafu|losgi .. fy_hun|fy_hunan|yn_hun|hunan|i_fy_hun|n_hun
S ddim|dim|sa_i|sai|smo_fi .. eisiau|isio|moyn|rheswm|gwerth|pwynt|gallu|eisie .. byw|bod_yma|deffro|i_fyw|mynd_ymlaen|cario_ymlaen|bodoli|byw_mwy|byw_rhagor
S hunanladd*|hunan_ladd*|hunan_niwed*|hunan_anaf*
S gwell|well .. hebdda|hebddof|marw|petawn_i_ddim
S wedi_cymryd|cymrais|gymrais|llyncu .. gormod|tabledi|dabledi|llwyth
S dod|rhoi .. diwedd .. bywyd|mywyd|cyfan
A gwr|ngwr|ef|fo|fe|hi|nhad|dad|tad|partner|mhartner|cariad|brawd|mab|mam|wr|nghariad|llystad|frawd|ewythr .. fy|yn|i|mi .. taro|nharo|mrifo|brifo|curo|nghuro|bygwth|mygwth|dyrnu|tagu|nhagu|cicio|treisio|cam_drin|ngham_drin|cyffwrdd|nghyffwrdd|rheoli|gwthio|cloi|nghloi|slapio
A fy|n|yn nharo|mrifo|nghuro|nhreisio|nhagu|mygwth|ngham_drin|nghloi
A taro|curo|brifo|bwrw|cam_drin|treisio i|fi|ni
A treisio|cam_drin|camdrin|trais .. domestig|rhywiol|yn_y_cartref|i|gan|gartref|$
A ofn .. fy|y|mynd .. ngwr|gwr|adre|adref|nhad|partner|mhartner|gartre
C taro|curo|brifo|cam_drin|niweidio|bwrw|frifo|cam_drin .. plant|plentyn|merch|mab|babi|mhlentyn|mhlant|bachgen|fabi|fy_mab|fy_merch
C plant|plentyn|mhlentyn|merch|mab|babi|mhlant .. brifo|frifo|daro|cam_drin|gam_drin|peryg*|newynog|cleisiau|anafu|niweidio|llwgu
C dwi|rwyn|dwin|rydw_i|dw_i .. 10|11|12|13|14|15 oed
T nyrs*|staff|meddyg|doctor|gofalw*|gweithiw*|seiciat*|gofalydd .. taro|nharo|daro|nharo|gwthio|ngwthio|brifo|mrifo|gweiddi|chwerthin|sarhau|bygwth|dal_i_lawr|llusgo|cyffwrdd|dwyn|anwybyddu|slapio|curo|bwrw|cam_drin|chwerth*|weiddi|waeddodd|ngham_drin|wawdio|gwawdio|nal_i
O mynd_i|am|isio|eisiau|byddaf|wna_i|moyn .. ladd|lladd|drywanu|trywanu|saethu|frifo|brifo|guro o|fo|fe|hi|nhw|rhywun|ef|ti|chi|y|pawb
O ladd|lladd|trywanu|frifo|brifo rhywun|o|fo|fe|nhw|pawb
N angen|eisiau|isio|moyn .. help|cymorth|ambiwlans .. nawr|rwan|ar_frys|plis|os_gwelwch|yn_syth|brys
N help|cymorth|helpwch .. rwan|nawr|plis|fi|ar_frys|brys
N helpwch|helpa fi|ni
N ddim|dim .. yn|n .. ddiogel|saff|teimlo_n_ddiogel
N neb .. helpu|gwrando|ateb|gofalu|yma_i
N dim|ddim .. bwyd|lle_i_gysgu|unman|le_i_gysgu|arian_i_fwyd|lle_i_fynd|to
N ffoniwch|galwch .. ambiwlans|heddlu
N clywed lleisiau
N methu .. anadlu
""",
}
