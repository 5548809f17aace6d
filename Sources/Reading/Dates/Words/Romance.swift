/// The words of dates in French, Spanish, Italian, Portuguese and Romanian.

extension DateWords {
    static let romance = [
        DateLanguage(
            "fr",
            """
            m1 jan janv janvier jan
            m2 fév févr février fevrier
            m3 mar mars
            m4 avr avril
            m5 mai
            m6 jui juin
            m7 jul juil juill juillet
            m8 aoû août aout
            m9 sep sept septembre
            m10 oct octobre
            m11 nov novembre
            m12 déc décembre
            changed mis_à_jour mise_à_jour modifié modifiée édité
            w1 lun lu lundi
            w2 mar ma mardi
            w3 mer me mercredi
            w4 jeu je jeudi
            w5 ven ve vendredi
            w6 sam sa samedi
            w7 dim di dimanche
            second s sec seconde secondes
            minute m mn min minute minutes d'une_minute
            hour h heure heures hres
            day j jour jours
            week sem semaine semaines
            month mois
            year an ans année années l'année l'an
            10*year décennie décennies
            0.5*hour demi-heure demie-heure
            0 aujourd'hui ce_jour
            -1 hier
            -2 avant-hier
            1 demain
            2 après-demain
            now maintenant à_l'instant à_l’instant il_y_a_un_instant il_y_a_quelques_secondes il_y_a_quelques_instants
            ago il_y_a il_ya y_a moins_de moins_d'une à_l'instant il_y_a_un_instant il_y_a_quelques_secondes il_y_a_quelques_instants
            in dans en d'ici après
            later plus_tard
            last dernier dernière passé passée derniers dernières précédent précédente
            next prochain prochaine suivant suivante
            this ce cet cette
            am matin du_matin
            pm après-midi de_l'après-midi du_soir soir
            noon midi
            midnight minuit
            at à vers
            of le la les du de des d et er ème e environ plus moins presque l au
            said publié publiée posté postée ajouté ajoutée écrit rédigé déposé mis_à_jour mise_à_jour modifié modifiée avis date date_de_publication commenté évalué créé créée répondu visité visite suite commande expérience date_de_l'expérience édité paru mis_en_ligne réponse
            clock h heures heure
            #0.5 demi demie
            #1 un une d'une d'un
            #2 deux
            #3 trois quelques
            #4 quatre
            #5 cinq
            #6 six
            #7 sept
            #8 huit
            #9 neuf
            #10 dix
            #11 onze
            #12 douze
            #15 quinze
            #20 vingt
            #30 trente
            """),
        DateLanguage(
            "es",
            """
            m1 ene ener enero
            m2 feb febr febrero
            m3 mar mzo marzo
            m4 abr abril
            m5 may mayo
            m6 jun junio
            m7 jul julio
            m8 ago agosto
            m9 sep sept set septiembre setiembre
            m10 oct octubre
            m11 nov noviembre
            m12 dic dicbre diciembre
            changed actualizado actualizada editado modificado última_actualización última_modificación
            w1 lun lu lunes
            w2 mar ma martes
            w3 mié mie mi miércoles
            w4 jue ju jueves
            w5 vie vi viernes
            w6 sáb sa sábado
            w7 dom do domingo
            second s seg segundo segundos
            minute m min minuto minutos
            hour h hr hrs hora horas
            day d día días díes
            week sem semana semanas selmana selmanes
            month mes meses
            year añu año años
            10*year década décadas
            0 hoy
            -1 ayer anoche
            -2 anteayer antes_de_ayer antier
            1 mañana
            2 pasado_mañana
            now ahora ahora_mismo hace_un_momento hace_unos_segundos hace_instantes
            ago hace atrás hai ahora_mismo hace_un_momento hace_unos_segundos hace_instantes
            in en dentro_de
            later después más_tarde
            last pas pasáu pasado pasada último última anterior
            next próximo próxima siguiente que_viene
            this este esta
            am de_la_mañana de_la_madrugada
            pm de_la_tarde de_la_noche
            noon mediodía
            midnight medianoche
            at a_las a_la las
            of de del el la los y o unos unas aproximadamente cerca casi más menos que al a
            said publicado publicada publicación escrito escrita añadido añadida agregado actualizado actualizada editado modificado creado fecha opinión reseña comentado respondido valorado enviado visitado fecha_de_publicación fecha_de_la_experiencia calificado revisado última_actualización última_modificación
            clock h hrs
            #0.5 medio media
            #1 un una uno
            #2 dos
            #3 tres unos_pocos algunos
            #4 cuatro
            #5 cinco
            #6 seis
            #7 siete
            #8 ocho
            #9 nueve
            #10 diez
            #12 doce
            #15 quince
            #20 veinte
            #30 treinta
            """),
        DateLanguage(
            "it fur",
            """
            m1 gen genn gennaio
            m2 feb febb febbr febbraio
            m3 mar marzo
            m4 apr aprile
            m5 mag magg maggio
            m6 giu giugno
            m7 lug luglio
            m8 ago agosto
            m9 set sett settembre
            m10 ott ottobre
            m11 nov novembre
            m12 dic dicembre
            changed aggiornato aggiornata modificato modificata ultimo_aggiornamento ultima_modifica
            w1 lun lunedì
            w2 mar martedì
            w3 mer mercoledì
            w4 gio giovedì
            w5 ven venerdì
            w6 sab sabato
            w7 dom domenica
            second s sec secondo secondi
            minute m min minuto minuti
            hour h ora ore
            day g gg giorno giorni zornade zornadis
            week sett settimana settimane setemane setemanis
            month mese mesi
            year anno anni
            10*year decennio decenni
            0.5*hour mezz'ora mezzora
            0 oggi
            -1 ieri
            -2 l'altro_ieri altro_ieri avantieri ieri_l'altro
            1 domani
            2 dopodomani
            now adesso ora_ora proprio_ora pochi_istanti_fa poco_fa pochi_secondi_fa
            ago fa indietro indaûr or_sono pochi_istanti_fa poco_fa pochi_secondi_fa
            in tra fra in entro ca_di
            later dopo più_tardi
            last scorso scorsa passato passata ultimo ultima precedente
            next prossimo prossima
            this questo questa quest'anno
            am di_mattina del_mattino
            pm di_sera del_pomeriggio di_pomeriggio
            noon mezzogiorno
            midnight mezzanotte
            at alle ore all'
            of il lo la di del della dello e ed circa quasi più meno i un_po' al dal
            said pubblicato pubblicata pubblicazione scritto scritta inserito inserita postato postata aggiunto aggiornato aggiornata modificato modificata recensito recensione data creato commentato data_dell'esperienza data_di_pubblicazione ultimo_aggiornamento ultima_modifica inviato visitato risposta
            clock h
            #0.5 mezzo mezza
            #1 un una uno un'
            #2 due paio
            #3 tre pochi alcuni
            #4 quattro
            #5 cinque
            #6 sei
            #7 sette
            #8 otto
            #9 nove
            #10 dieci
            #20 venti
            #30 trenta
            """),
        DateLanguage(
            "pt gl",
            """
            m1 jan janeiro xan xaneiro
            m2 fev fevereiro feb febreiro
            m3 mar março marzo
            m4 abr abril
            m5 mai maio
            m6 jun junho xuño
            m7 jul julho xullo
            m8 ago agosto
            m9 set setembro
            m10 out outubro
            m11 nov novembro
            m12 dez dezembro dec decembro
            changed atualizado atualizada editado modificado última_atualização
            w1 seg segunda segunda-feira luns
            w2 ter terça terça-feira martes
            w3 qua quarta quarta-feira mércores
            w4 qui quinta quinta-feira xoves
            w5 sex sexta sexta-feira venres
            w6 sáb sab sábado
            w7 dom domingo
            second s seg segundo segundos
            minute m min minuto minutos minutu
            hour h hora horas
            day d dia dias
            week sem semana semanas
            month mês meses mes
            year ano anos anu
            10*year década décadas
            0 hoje hoxe
            -1 ontem onte
            -2 anteontem antes_de_ontem
            1 amanhã mañá
            2 depois_de_amanhã
            now agora agora_mesmo há_instantes há_alguns_segundos há_pouco
            ago há atrás hai faz agora_mesmo há_instantes há_alguns_segundos há_pouco
            in em dentro_de daqui_a en di_li
            later depois mais_tarde
            last passado passada último última anterior pasado pasada
            next próximo próxima que_vem seguinte
            this este esta neste nesta
            am da_manhã
            pm da_tarde da_noite
            noon meio-dia
            midnight meia-noite
            at às as à
            of de do da o a e em cerca aproximadamente quase mais menos que no na dia
            said publicado publicada postado escrito escrita adicionado atualizado atualizada editado criado data avaliado avaliação comentado enviado respondido publicação modificado data_da_experiência última_atualização
            clock h horas
            #0.5 meia meio
            #1 um uma un unha
            #2 dois duas dous dúas
            #3 três alguns poucos tres
            #4 quatro catro
            #5 cinco
            #6 seis
            #7 sete
            #8 oito
            #9 nove
            #10 dez
            """),
        DateLanguage(
            "ro",
            """
            m1 ian ianuarie
            m2 feb februarie
            m3 mar mart martie
            m4 apr aprilie
            m5 mai
            m6 iun iunie
            m7 iul iulie
            m8 aug august
            m9 sep sept septembrie
            m10 oct octombrie
            m11 nov noi noiembrie
            m12 dec decembrie
            changed actualizat actualizată modificat modificată
            w1 lun l luni
            w2 mar ma marți
            w3 mie mi miercuri
            w4 joi jo j
            w5 vin vi vineri
            w6 sâm sam s sâmbătă sambata
            w7 dum du duminică
            second s sec secunda secundă secunde
            minute min minut minute
            hour h ora oră ore orei
            day z zi zile zilei
            week săpt săptămână săptămâni săptămâna săptămânii
            month lună luna luni lunii
            year an ani anul anului
            10*year deceniu decenii
            0.5*hour jumătate_de_oră
            0 azi astăzi
            -1 ieri aseară
            -2 alaltăieri
            1 mâine
            2 poimâine
            now acum chiar_acum acum_câteva_secunde acum_câteva_clipe
            ago acum în_urmă în_urmă_cu chiar_acum acum_câteva_secunde acum_câteva_clipe
            in peste în
            later mai_târziu
            last trecut trecută trecuta ultima ultimul
            next viitor viitoare următor următoare
            this această acest aceasta
            am dimineața
            pm seara după-amiaza
            noon amiază prânz
            midnight miezul_nopții
            at la ora orele
            of de pe din și aproximativ circa aprox cu data
            said publicat publicată postat postată adăugat adăugată scris scrisă actualizat actualizată modificat modificată creat creată recenzie evaluat
            #0.5 jumătate
            #1 un o una unu
            #2 doi două
            #3 trei câteva câțiva
            #4 patru
            #5 cinci
            #6 șase
            #7 șapte
            #8 opt
            #9 nouă
            #10 zece
            """),
    ]
}
