"""French, Italian, German, Hungarian, Bulgarian and Greek, without accents. Rules are written as in `feedback.distress.languages.latin`."""

EUROPEAN = {
    "fr": """
+ de_rire|de_faim|de_honte|de_soif|de_chaud|de_froid|dennui
S veux|voudrais|pense_a|envie_de|prefere|prefererais|songe_a|pense|envie|aimerais|decide_de .. mourir|me_tuer|me_suicider|en_finir|disparaitre|crever|me_pendre|mettre_fin|me_faire_du_mal|me_couper|etre_morte|etre_mort
S vais me_tuer|me_suicider|en_finir|me_pendre|me_foutre_en_lair|mettre_fin
S plus .. envie|la_force|force|le_courage|raison|veux|peux|de_raison|gout .. de .. vivre|exister
S veux|peux|voudrais plus vivre|exister|continuer_a_vivre|continuer_comme|me_reveiller|etre_la
S ne jamais me_reveiller
S suicider*|suicidaire*|me_suicid*|le_suicide|au_suicide
S suis|me .. scarifie|scarifiee|mutile|mutilee|taillade|tailladee
S me_suis|suis .. coupe|coupee .. les bras|veines|poignets|cuisses
S automutil*|auto_mutil*|me_scarifie|me_mutile|me_taillade
S fatigue|fatiguee|marre|lasse|ras_le_bol de vivre|la_vie|cette_vie
S mieux .. sans_moi|si_jetais_mort*|si_je_mourais|morte|mort
S avale|pris .. tous|trop|plein|toute|boite .. medicaments|cachets|comprimes|boite
S vie .. na|a|vaut|sert .. plus .. sens|la_peine|rien
A mari|il|compagnon|copain|pere|frere|conjoint|ex|fils|beau_pere|belle_mere|mec|oncle|patron .. me|ma|nous|mont frappe|frappee|bat|tape|tapee|tabasse|viole|violee|menace|etrangle|sequestre|enferme|cogne|maltraite|insulte
A me|ma|mont|nous frappe|frappee|tabasse|violee|viole|etrangle|menace|battue
A peur .. de .. mon_mari|rentrer|rentrer_chez_moi|lui|mon_pere|mon_ex|mon_compagnon
A violence|violences conjugale*|domestique*|familiale*
A jai_ete|suis|ete violee|battue|agressee|abusee|frappee|sequestree|viole|agresse|abuse
C frappe|bat|tape|touche|maltraite .. mon|mes|les|nos|le enfant|enfants|fils|fille|filles|bebe|petits
T infirmier*|linfirmier*|medecin|soignant*|laide_soignant*|personnel|aide_soignant*|docteur|psychiatre|gardien|auxiliaire|educateur .. ma|me|mont|nous frappe*|gifle*|pousse*|crie_dessus|attache*|touche*|insulte*|humilie*|menace*|bouscul*|tape*|vole*
O vais|veux|envie_de .. le|la|les|lui|tuer tuer|planter|buter|egorger|quelquun
N aidez|aide moi|nous
N au_secours|a_laide
N besoin .. daide|de_laide|dune_ambulance|dun_medecin .. maintenant|urgent|vite|tout_de_suite|svp|immediatement|durgence|$
N appelez|envoyez .. ambulance|lambulance|samu|police
N peur .. venez|aidez|vienne|quelquun|toute_seule|tout_seul
N quelquun .. vienne|peut_venir|maider|la $|vite|svp|maintenant
N nulle_part .. dormir|aller
N nai|pas .. rien|plus_rien .. manger
N peux|arrive .. plus|pas .. respirer
""",
    "it": """
- non
+ dal_ridere|di_fame|di_sete|di_noia|dalle_risate|di_vergogna
S voglio|vorrei|penso_di|penso_a|voglia_di|preferirei|pensando_di|desidero|penso .. morire|uccidermi|ammazzarmi|suicidarmi|farla_finita|sparire|farmi_del_male|impiccarmi|tagliarmi|buttarmi|suicidio|togliermi_la_vita|essere_mort*
S non .. voglio|ce_la_faccio|riesco|ho_voglia|ha_senso .. piu .. a|di .. vivere|esistere|andare_avanti|svegliarmi
S non .. piu .. voglia|ragione|motivo|senso .. di|nel .. vivere
S vale_la_pena vivere
S mi taglio|sono_tagliat*|uccido|ammazzo|faccio_del_male|sono_fatt*_del_male|ammazzero
S stanc* .. di|della vivere|vita|questa_vita
S meglio .. senza_di_me|se_morissi|se_non_ci_fossi|morto|morta
S preso|ingoiato .. tutte|tutta|troppe .. pastiglie|pillole|pasticche|scatola
A marito|lui|compagno|fidanzato|padre|fratello|ex|figlio|suocera|patrigno|zio|datore .. mi|ci .. ha .. picchia|picchiata|picchiato|mena|violenta|violentata|minaccia|strangola|rinchiude|maltratta|minacciata|tocca
A mi|ci picchia|mena|violenta|minaccia|maltratta|picchiano
A paura .. di|del .. mio_marito|tornare_a_casa|lui|mio_padre
A violenza domestica
C picchia|mena|maltratta|molesta .. mio|mia|i|miei figlio|figlia|bambin*|figli
T infermier*|linfermier*|medico|dottore|personale|operatore|operatrice|badante|dottoressa .. mi|ha|hanno .. picchi*|schiaff*|spint*|urlat*|legat*|toccat*|insult*|minacci*|colpit*|umili*|derubat*
O lo|la|li ammazzo|uccido|accoltello|ammazzero|uccidero
O voglio|vado|vorrei .. ammazzarlo|ucciderlo|ucciderla|accoltellarlo|ammazzarla|ammazzarli
N aiutatemi|aiutami|aiutateci
N aiuto $|adesso|subito|vi_prego|per_favore|ora
N bisogno .. di .. aiuto|ambulanza|medico .. subito|ora|adesso|urgente|$
N chiamate|mandate .. ambulanza|lambulanza|polizia
N paura .. qualcuno|aiut*|venite|da_sola|da_solo
N riesco .. respirare
""",
    "de": """
- nicht|nie|keine
+ vor_hunger|vor_lachen|vor_langeweile|vor_scham|vor_durst
S will|mochte|wurde|wollte|konnte|werde|wunschte|denke_daran .. sterben|mich_umbringen|mich_toten|tot_sein|mir_das_leben_nehmen|verschwinden|schluss_machen|mich_erhangen
S nicht_mehr|nimmer|nicht_langer .. leben|weiterleben|aufwachen|da_sein|weitermachen .. $|will|mochte|kann|und|ich
S mich .. umbringen|umzubringen|toten|ritzen|aufhangen|erhangen|verletzen|umbringe|geritzt
S ritze|schneide|verletze|bringe|hab|habe mich .. um|wieder|selbst|geritzt|geschnitten
S selbstmord*|suizid*|lebensmude|selbstverletz*|mir_das_leben_nehmen
S kein|keinen .. sinn|grund .. zu|mehr|im .. leben|weiterleben|$
S besser .. ohne_mich|wenn_ich_tot|wenn_ich_weg|tot
S alle|zu_viele|ganze .. tabletten|pillen .. genommen|geschluckt
A mann|er|freund|vater|bruder|ex|sohn|stiefvater|onkel|schwiegermutter .. mich|uns .. schlagt|schlug|geschlagen|vergewaltigt|bedroht|wurgt|tritt|eingesperrt|misshandelt|verprugelt
A schlagt|bedroht|wurgt|misshandelt|verprugelt|schlug mich|uns
A angst .. vor .. meinem_mann|meinem_vater|ihm|zuhause|meinem_freund
A angst .. nach_hause
C schlagt|misshandelt|verprugelt .. mein|meine|unser|das|die kind|kinder|sohn|tochter|baby
T pfleger*|krankenschwester|schwester|arzt|personal|betreuer*|pflegekraft|arztin .. mich|meine|meinen .. geschlagen|gestossen|angeschrien|schlagt|fixiert|angefasst|beschimpft|bedroht|geohrfeigt|ausgelacht
O bringe|steche|will|werde .. ihn|sie|jemanden|den|alle .. um|ab|umbringen|toten|abstechen
N hilfe $|bitte|sofort|jetzt
N brauche|brauchen .. hilfe|krankenwagen|notarzt|einen_arzt .. jetzt|sofort|dringend|bitte|$
N jetzt|sofort|dringend .. hilfe
N helft|hilf|helfen_sie mir|uns
N angst .. jemand|kommen|allein|hilfe
N nirgends|keinen .. schlafen|schlafplatz
N bekomme|kriege keine luft
""",
    "hu": """
- nem|ne
S akarok|szeretnek|jobb_lenne|gondolok|gondoltam|fogom .. meghalni|halni|megolni|megolni_magam|eltunni|ongyilkos*|a_halalra|halalra|megolom
S meg_akarok|meg_akarom halni|olni
S nem .. akarok|birom|tudok|erdemes|van_ertelme|latom_ertelmet .. elni|ebredni|letezni|eletnek
S ongyilk*|onsert*
S vagdosom|megvagtam|vagom|bantom|vagdostam .. magam*|karom*|csuklom*
S megolom magam
S elegem|belefaradtam .. az|van .. eletbol|eletbe|elni
A ferjem|apam|baratom|batyam|fiam|o|elettarsam|anyosom|volt_ferjem .. ver|megvert|megut|fenyeget|bantalmaz|megeroszakolt|fojtogat|bezar|megutott|bant
A megeroszakol*|csaladon_beluli
A ver|megvert|bantalmaz|megeroszakolt engem|minket
A felek .. ferjem*|hazamenni|tole|apam*
C veri|bantja|megutotte|bantalmazza .. gyerek*|fiam*|lanyom*|kisfiam*
T apolo*|orvos*|nover*|szemelyzet .. megutott|megvert|rangatott|kiabalt|meglokott|lekotoz*|bantott|megpofoz*
O megolom|megfojtom|leszurom .. ot|oket|azt|a
N segitsenek|segitsetek|segits|segitseg .. $|kerem|most|azonnal|nekem
N segitseg* .. van_szuksegem|kell|kerek .. $|most|azonnal|surgosen
N hivjanak|hivjatok .. mentot|rendorseget
N felek .. valaki|jojjon|segits*|egyedul
""",
    "bg": """
S искам|мисля|предпочитам|иска_ми_се|реших .. да .. умра|се_убия|се_самоубия|изчезна|сложа_край|умирам|не_се_събудя|се_нараня
S не|няма .. искам|мога|смисъл|виждам .. да|повече .. живея|живот*|живееш|живея_повече
S самоуб*|самонаран*
S режа|порязах|нараних|наранявам|убия се|ръцете|ръката|вените
S омръзна|писна|уморен|уморена .. ми|от .. живот*|живея
S по_добре .. без_мен|да_умра|мъртв*
A мъжът|мъжа|баща|приятелят|той|съпругът|брат|син|свекърва .. ми|ме .. ме|ни .. бие|удря|удари|изнасил*|заплашва|души|насилва|преби
A ме|ни бие|бият|преби|изнасили|заплашва|души
A страх .. от .. мъжа|него|баща|да_се_прибера
A домашно насилие
C бие|удря|насилва .. дете*|деца*|сина|дъщеря*
T сестра*|лекар*|персонал*|санитар*|доктор* .. ме|майка .. удари|блъсна|вика|завърза|удря|бие|обиди|ми_се_кара
O ще .. го|я|ги|те убия|заколя|намушкам
N помогнете|помощ|спасете .. ми|моля|$|сега|спешно
N нужда|нуждая|трябва .. помощ .. сега|веднага|спешно|моля|$
N извикайте|пратете|повикайте .. линейка|полиция|бърза_помощ
N страх .. някой|помощ|помогнете|сама|сам
""",
    "el": """
- δεν|μη
S θέλω|θα_ήθελα|σκέφτομαι|προτιμώ|σκέφτηκα .. να .. πεθάνω|αυτοκτονήσω|σκοτωθώ|χαθώ|μη_ζω|εξαφανιστώ|μην_ξυπνήσω|τελειώσω|δώσω_τέλος|κάνω_κακό
S δεν .. θέλω|αντέχω|μπορώ|αξίζει|έχει_νόημα .. να|πια|άλλο .. ζω|ζήσω|ζωή|ζω_άλλο
S αυτοκτον*|αυτοτραυματ*
S κόβομαι|χαρακώνομαι|κόπηκα_μόνη|χαρακώθηκα
S κόβω|έκοψα|χαράζω .. τα|το .. χέρια|φλέβες|χέρι
S βαρέθηκα|κουράστηκα .. να|τη|από .. ζωή|ζω
S καλύτερα .. χωρίς_εμένα|να_πέθαινα|πεθαμέν*|νεκρ*
A άντρας|άνδρας|σύζυγος|πατέρας|αδερφός|φίλος|γιος|πεθερά|εκείνος|αυτός .. με|μας .. χτυπά*|χτύπησε|δέρνει|βιάζ*|βίασε|απειλεί|κλειδώνει|έδειρε|πνίγει
A με|μας χτυπάει|χτυπά|δέρνει|απειλεί|βίασε|βιάζει|κακοποιεί|χτυπούν
A φοβάμαι .. τον|να .. άντρα|πάω_σπίτι|γυρίσω_σπίτι|πατέρα|σύζυγο
A ενδοοικογενειακή
C χτυπά|χτυπάει|δέρνει|κακοποιεί .. το|τα|την παιδί|παιδιά|κόρη|γιο
T νοσοκόμ*|γιατρός|προσωπικό|νοσηλευτ*|νοσηλεύτρια|φροντιστ* .. με|μου|τη|τον .. χτύπησ*|έσπρωξ*|φώναξ*|φωνάζ*|χαστούκ*|έδεσ*|έβρισ*|χτυπά*|χτυπάει
O θα .. τον|την|τους|σε σκοτώσω|μαχαιρώσω|σφάξω
N βοήθεια|βοηθήστε|βοηθείστε .. με|$|τώρα|παρακαλώ|αμέσως
N χρειάζομαι|θέλω .. βοήθεια .. τώρα|αμέσως|επειγόντως|παρακαλώ|$
N καλέστε|στείλτε .. ασθενοφόρο|αστυνομία
N φοβάμαι .. κάποιος|βοήθ*|έλα|ελάτε|μόνη|μόνος
""",
}
