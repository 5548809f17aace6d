/// The words by which complaints in French are sorted; see `FactSource` for the notation.
extension FactSource {
    static let french = FactSource(
        language: "fr",
        tone: .french, claim: .french, denial: .french, threat: .french, turn: .french,
        negators: "ne pas jamais aucun aucune sans ni n",
        notMeant: """
            rien_à_voir
            """,
        topics: [
            .product: """
            ^produit* ^qualité ^défectueu* ^cassé* ^abîmé* batterie* écran* article*
            nourriture repas plat chaussures machine téléphone ~appareil*
            """,
            .delivery: """
            ^livraison* ^livré* ^livreur* ^colis ^transporteur* ^chronopost ^colissimo
            ^expédi* ~commande* ~suivi
            """,
            .service: """
            ^service_client* ^sav ^assistance ^hotline ^support service attente réponse*
            ~train* ~vol ~retard*
            """,
            .staff: """
            ^personnel ^employé* ^vendeu* ^serveu* ^impoli* ^malpoli* ^désagréable*
            ^conseiller* ^médecin* ^chauffeur* ^gérant* accueil
            """,
            .price: """
            ^prix ^cher ^chère ^facture* ^facturé* ^frais ^prélev* ^tarif* ^surfactur* payer
            payé ~euros ~argent
            """,
            .refund: """
            ^rembours* ^indemnis* ^dédommag* ~retour ~avoir
            """,
            .warranty: """
            ^garantie* ^répar* ^réparation* remplac*
            """,
            .app: """
            ^application* ^appli ^site ^site_web ^mot_de_passe ^connexion ^bug* ^serveur
            compte mise_à_jour ~internet
            """,
            .privacy: """
            ^données_personnelles ^rgpd ^vie_privée ^spam* ^piraté* ^démarch*
            """,
        ],
        causes: [
            .leftAlone: """
            ^aucune_réponse ^pas_de_réponse ^sans_réponse ^ne_répond* ^personne_ne_répond
            ^injoignable* ^ignoré* ^aucun_retour ^raccroch* ^jamais_rappelé
            ^personne_ne_vient ^raccroche*
            """,
            .humiliated: """
            ^humili* ^insult* ^impoli* ^malpoli* ^irrespect* ^mépris* ^arrogan* ^agressi*
            ^désagréable*
            ^crié_dessus ^hurlé ^mal_reçu* ^accueil_déplorable ^accueil_désagréable ^désagréable ^méprisant*
            """,
            .notInformed: """
            ^pas_prévenu* ^pas_informé* ^sans_prévenir ^aucune_information
            ^sans_explication* ^aucune_explication
            """,
            .notHeard: """
            ^n_écoute* ^s_en_fich* ^s_en_fout* ^même_réponse ^réponse_automatique
            ^copier_coller
            """,
            .vaguePromise: """
            ^promis ^promesse* ^promet* ^devait_rappeler
            """,
            .blamedOnOthers: """
            ^renvoie_la_balle ^rejette_la_faute ^pas_notre_faute
            ^pas_de_notre_responsabilité ^se_renvoient
            """,
            .productFault: """
            cassé cafards punaises ver_dans cheveu_dans moisi fuit plat_froid sale tachés tachée
            ^ne_fonctionne* ^ne_marche* ^en_panne ^défectueu* ^cassé* ^tombé*_en_panne
            ^défaut* ^bug*
            ^rayé* ^fuit ^se_ferme ^plante ^périmé* ^sale ^cafard* ^froid ^froide ^ne_marche ^ne_fonctionne
            ^pourri* ^coupe_tous ^moisi*
            """,
            .outage: """
            plus_d_eau plus_d_électricité pas_d_eau
            ^panne* ^coupure* ^pas_de_réseau ^plus_internet ^plus_d_internet ^hors_service
            ^grève*
            """,
            .overcharged: """
            débité_deux prélevé_après ont_prélevé prélevés_deux passé_deux_fois
            ^surfactur* ^trop_cher ^prélevé*_deux ^frais_cachés ^débité_deux ^arnaque_tarif*
            ^encore_prélevé ^augmenté_l_abonnement ^dois_payer ^prélevé_deux ^facture_fausse
            """,
            .late: """
            heure_et_demie jamais_arrivé jamais_venu encore_un_bus supprimé_sans
            ^retard* ^jamais_reçu* ^pas_reçu* ^toujours_pas ^pas_livré* ^attends_depuis
            ^jamais_arrivé*
            ^en_retard ^de_retard ^jamais_arrivé ^jamais_reçu ^j_attends ^annulé ^est_perdu ^encore_perdu
            """,
            .mistake: """
            mauvaise_taille plats_erronés moitié_de_la_commande jeté_mon par_dessus_la repart_de_zéro
            repars_de_zéro
            ^erreur* ^mauvais_article ^manquant* ^manque ^oublié* ^perdu* ^incomplet*
            ^reçu_une ^erreur_de ^il_manque ^mauvaise_taille
            """,
            .misled: """
            ^arnaqu* ^escroc* ^mensonge* ^menti ^menteu* ^trompeu* ^publicité_mensongère
            ^voleur* ^contrefa*
            ^arnaque* ^honteu* ^mensong* ^mentent ^mène_en_bateau
            """,
            .refused: """
            refusent_de refuse_de gardé_la_caution
            ^refus* ^rejeté* ^refuse_de_rembourser
            ^ne_veulent_pas ^on_m_a_refusé
            """,
            .blocked: """
            avalé_ma_carte gardé_ma_carte
            ^compte_bloqué ^carte_bloquée ^bloqué* ^gelé*
            """,
        ],
        cues: [
            .legal: """
            avocat* tribunal tribunaux justice porter_plainte plainte_au plainte_à dgccrf
            répression_des_fraudes signal_conso signalconso ufc_que_choisir 60_millions
            code_de_la_consommation association_de_consommateurs médiateur* police
            gendarmerie cnil acpr arcep mise_en_demeure voie_judiciaire poursuites
            action_en_justice droits_du_consommateur article+l huissier*
            """,
            .media: """
            journalistes presse médias
            """,
            .refund: """
            remboursez rembourser remboursement je_veux_mon_argent récupérer_mon_argent
            dédommag*
            """,
            .deadline: """
            avant_demain avant_vendredi avant_lundi d_ici_demain d_ici_vendredi sous_#_jours
            sous_#_heures avant_la_fin dernier_avertissement délai_de_#
            """,
            .urgent: """
            urgent* urgence immédiatement au_plus_vite le_plus_vite_possible
            """,
            .safety: """
            intoxi* hôpital blessé* dangereu* incendie prendre_feu pris_feu explos* allergi*
            brûlure* brûlé électrocut* moisi* vomi*
            """,
            .swearing: """
            merde putain connard* salaud* enculé* con cons bordel foutre
            """,
            .brokenPromise: """
            promis promesse_non promesses_non devait_me_rappeler devaient_me_rappeler
            """,
            .money: """
            argent_volé volé_mon_argent compte_bloqué carte_bloquée prélevé_deux_fois
            débité_deux_fois mes_économies mon_salaire
            """,
            .vulnerable: """
            enfant* bébé* enceinte handicapé* personne_âgée ma_mère ma_grand+mère retraité*
            """,
            .many: """
            tous_les_clients tout_l_immeuble tout_le_quartier beaucoup_de_clients
            """,
            .repeated: """
            troisième_fois deuxième_fois plusieurs_fois #_fois encore_une_fois à_chaque_fois
            """,
            .longSince: """
            depuis_#_jours depuis_#_semaines depuis_#_mois depuis_un_mois depuis_une_semaine
            depuis_des_semaines depuis_des_mois
            """,
        ],
        praise: """
            rien_à_redire rien_à_reprocher aucun_problème pas_de_reproche* aucune_plainte
            sans_reproche
            """,
        replies: [
            .heading: "réponse",
            .salutation: """
            ^madame ^monsieur
            bonjour cher chère bonsoir
            """,
            .thanks: """
            nous_vous_remercions merci_pour_votre merci_d_avoir nous_remercions
            merci_pour_vos merci_pour_ce nous_sommes_ravis merci_de_votre merci_beaucoup_pour_votre
            vous_remercions toute_l_équipe_est_ravie nous_sommes_heureux
            """,
            .apology: """
            nous_sommes_désolés nous_nous_excusons veuillez_nous_excuser nous_regrettons
            nous_vous_prions nos_excuses toutes_nos_excuses
            désolés_pour navrés nous_sommes_navrés désolés_de d_accepter_nos vous_prions_d gêne_occasionnée
            veuillez_accepter
            """,
            .handling: """
            ^réponse_du_propriétaire ^réponse_du_gérant ^vous_pouvez_faire_appel ^nos_équipes_sont
            ^ce_que_nous_avions_précisé ^comme_indiqué_sur ^cet_avis_ne_concerne_pas ^retour_à_la_normale
            ^donner_une_suite_favorable a_été_rejetée selon_la_grille tout_fonctionne a_été_réparée
            a_été_effectué
            nous_avons_transmis nous_allons nous_faisons_le nos_équipes notre_équipe
            nous_mettons nous_prenons
            avons_bien_pris a_été_transmis* nos_techniciens jours_ouvrés ne_partageons_pas a_été_effectué
            le_bug_est_corrigé vous_contactera vous_répondra vous_recontactera nous_restons nous_avons_bien
            nous_avons_vérifié est_en_cours_de espérons_vous
            message_automatique nous_avons_lancé reviendrons_vers_vous n_est_pas_couvert_par_la_garantie
            nous_vérifierons a_été_acceptée
            """,
            .invitation: """
            contactez_nous n_hésitez_pas_à nous_contacter nous_vous_invitons écrivez_nous
            veuillez_contacter merci_de_nous en_message_privé par_mp en_dm
            pouvez_vous_nous pourriez_vous contactez_le restons_à_votre_disposition à_votre_disposition
            appelez_nous envoyez_nous vous_nous_communiquer merci_de_nous_envoyer
            """,
            .signature: """
            cordialement bien_à_vous sincères_salutations l_équipe votre_équipe
            service_clientèle
            service_relation service_client l_équipe_ équipe_support le_directeur_de
            """,
            .yours: """
            votre_avis votre_commentaire votre_retour votre_commande
            votre_réclamation vos_remarques votre_dossier votre_numéro votre_note votre_séjour votre_visite
            votre_message
            """,
        ],
        customer: """
            je j moi mon ma mes me m
            """,
        company: """
            nous notre nos
            """,
        obscured: "merde putain connard enculé salope")
}
