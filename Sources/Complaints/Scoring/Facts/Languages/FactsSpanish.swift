/// The words by which complaints in Spanish are sorted; see `FactSource` for the notation.
extension FactSource {
    static let spanish = FactSource(
        language: "es",
        tone: .spanish, claim: .spanish, denial: .spanish, threat: .spanish, turn: .spanish,
        negators: "no nunca sin ni ningún ninguna tampoco",
        topics: [
            .product: """
            ^producto* ^calidad ^defectuos* ^roto ^rota ^estropead* batería* pantalla*
            artículo* comida zapatos lavadora móvil teléfono ~aparato*
            """,
            .delivery: """
            ^entrega* ^envío* ^paquete* ^repartidor* ^mensajer* ^transportista* ^correos
            ~pedido* ~llegado
            """,
            .service: """
            ^atención_al_cliente ^servicio_al_cliente ^soporte servicio espera respuesta*
            ~llam* ~vuelo* ~tren*
            """,
            .staff: """
            ^personal ^emplead* ^maleducad* ^grosero* ^camarer* ^vendedor* ^dependient*
            ^médico* ^encargad* ^conductor* trato
            """,
            .price: """
            ^precio* ^caro ^cara ^factura* ^cobr* ^comisi* ^tarifa* ^cargo* pagar pagado
            ~euros ~dinero
            """,
            .refund: """
            ^reembols* ^devoluci* ^devolver_el_dinero ^indemniz* ^devuelvan ~devolver
            """,
            .warranty: """
            ^garantía* ^repar* ^reparación cambio_del_producto
            """,
            .app: """
            ^aplicación* ^app ^página_web ^web ^contraseña ^iniciar_sesión ^servidor* cuenta
            actualización error
            """,
            .privacy: """
            ^datos_personales ^privacidad ^spam ^hackea* ^protección_de_datos
            """,
        ],
        causes: [
            .leftAlone: """
            ^no_responde* ^nadie_responde ^no_contesta* ^nadie_contesta ^sin_respuesta
            ^no_atiende* ^ignora* ^cuelgan ^no_me_llama* ^nunca_llamaron
            ^nadie_viene ^nadie_aparece ^nadie_resuelve ^nadie_ayuda ^sin_contestar ^silencio ^nadie_me_da
            ^me_ignor* ^dan_largas ^me_colg*
            """,
            .humiliated: """
            ^humill* ^insult* ^maleducad* ^groser* ^falta_de_respeto ^prepotent* ^gritó
            ^gritaron
            ^se_ríen ^me_grit* ^trataron_mal ^mal_trato ^pésimo_trato ^me_hablaron
            """,
            .notInformed: """
            ^no_avis* ^no_inform* ^sin_avisar ^sin_previo_aviso ^ninguna_información
            ^sin_explicación
            """,
            .notHeard: """
            ^no_escuchan ^les_da_igual ^misma_respuesta ^respuesta_automática
            ^no_les_importa
            """,
            .vaguePromise: """
            ^promet* ^promesa* ^quedaron_en ^dijeron_que_llamarían
            """,
            .blamedOnOthers: """
            ^echan_la_culpa ^no_es_culpa_nuestra ^se_lavan_las_manos ^se_pasan_la_pelota
            """,
            .productFault: """
            cucaracha* chinches gusano_en pelo_en moho gotea comida_fría manchad* sucia sucio
            ^no_funciona* ^defectuos* ^roto ^rota ^estropead* ^averia* ^falla*
            ^dejó_de_funcionar
            ^rayad* ^se_corta ^se_rompió ^se_cierra* ^se_bloquea ^gotea* ^caducad* ^podrid* ^suci*
            ^cucaracha* ^mal_estado ^no_enciende ^no_carga ^no_sirve ^frío ^fría
            """,
            .outage: """
            sin_agua seguimos_sin sin_luz_desde
            ^sin_internet ^sin_servicio ^sin_luz ^sin_agua ^caíd* ^apagón* ^corte_de
            ^huelga*
            """,
            .overcharged: """
            me_cobraron nos_cobraron cobraron_dos me_colaron me_cobran
            ^cobraron_de_más ^cobro_indebido ^doble_cobro ^cobrado_dos ^demasiado_caro
            ^cargos_ocultos
            ^cobraron_dos ^cobran_de_más ^vuelto_a_cobrar* ^volvió_a_cobrar* ^subido_la_tarifa
            ^subieron_el_precio ^me_cobraron ^tengo_que_pagar
            """,
            .late: """
            hora_y_media no_pasó no_llegó semanas_esperando tardaron no_apareció ni_apareció
            ^retras* ^tarde ^no_ha_llegado ^nunca_llegó ^no_llegó ^sigo_esperando
            ^todavía_no ^demora*
            ^se_perdió ^perdido ^meses_esperando ^semanas_esperando ^llevo_esperando ^esperando_el_reembolso
            ^cancelado ^con_retraso
            """,
            .mistake: """
            se_equivocaron otra_talla otro_modelo perdieron_la mitad_del_pedido
            ^error* ^equivocad* ^falta* ^incompleto* ^perdieron ^olvidaron
            ^han_vuelto_a_perder ^mandaron_una ^enviaron_otro ^equivocación ^factura_mal
            """,
            .misled: """
            ^estaf* ^engañ* ^mentir* ^mienten ^mentiros* ^fraude* ^timo ^ladron*
            ^publicidad_engañosa ^falso
            ^una_vergüenza ^engaño ^estafador* ^estafa
            """,
            .refused: """
            sin_devolverme se_quedaron_con no_me_devuelven
            ^se_niegan ^negaron ^rechaz* ^no_quieren_devolver ^no_me_devuelven
            ^no_aceptan ^no_quieren ^no_me_devol* ^se_niega ^no_quiere_recogerlo
            """,
            .blocked: """
            ^cuenta_bloqueada ^tarjeta_bloqueada ^bloque*
            """,
        ],
        cues: [
            .legal: """
            abogad* demand* juzgado* tribunal* juicio denuncia* denunciar* policía oficina_de_consumo
            ocu facua hoja_de_reclamaciones hojas_de_reclamaciones defensor_del_pueblo
            defensor_del_cliente defensa_del_consumidor protección_al_consumidor
            derechos_del_consumidor profeco sernac indecopi banco_de_españa cnmc aepd
            fiscalía ley_de acciones_legales arbitraje
            """,
            .media: """
            periodista* prensa televisión medios_de_comunicación
            """,
            .refund: """
            devuelvan_mi_dinero devolver_el_dinero reembols* quiero_mi_dinero devolución_del
            indemniz*
            """,
            .deadline: """
            antes_de_mañana antes_del_viernes antes_del_lunes en_#_días en_#_horas plazo_de
            último_aviso hasta_mañana
            """,
            .urgent: """
            urgente* inmediatamente cuanto_antes lo_antes_posible emergencia
            """,
            .safety: """
            intoxic* hospital herid* peligros* incendio explot* explos* alergi* quemadura*
            descarga_eléctrica moho vómit*
            """,
            .swearing: """
            mierda puta puto joder cabron* gilipollas coño pendejo* idiota*
            """,
            .brokenPromise: """
            prometieron prometió quedaron_en_llamar incumpl* no_cumpl*
            """,
            .money: """
            robaron_mi_dinero cuenta_bloqueada tarjeta_bloqueada cobrado_dos_veces
            mis_ahorros mi_sueldo mi_nómina
            """,
            .vulnerable: """
            mi_hijo mi_hija bebé* embarazada discapacitad* anciano* mi_madre mi_abuela
            jubilad*
            """,
            .many: """
            todos_los_clientes todo_el_edificio muchos_clientes todo_el_barrio
            """,
            .repeated: """
            tercera_vez segunda_vez varias_veces #_veces otra_vez cada_vez
            """,
            .longSince: """
            desde_hace hace_#_días hace_#_semanas hace_#_meses hace_un_mes llevo_#_días
            llevo_#_semanas llevo_semanas llevo_meses
            """,
        ],
        praise: """
            sin_quejas ninguna_queja no_tengo_quejas nada_que_reprochar ningún_problema
            """,
        replies: [
            .heading: "respuesta",
            .salutation: """
            ^señora ^señor ^sra ^sr
            hola estimad* buenos_días buenas_tardes querid*
            """,
            .thanks: """
            gracias_por_su gracias_por_tu le_agradecemos agradecemos_su
            gracias_por_contactar* te_agradecemos
            gracias_por_compartir gracias_por_avisar* gracias_por_escribir* gracias_por_contar*
            gracias_por_sus_palabras muchas_gracias_por_su* nos_alegra* nos_alegramos gracias_por_la_opinión
            agradecemos
            """,
            .apology: """
            lamentamos sentimos_mucho pedimos_disculpas le_pedimos_disculpas disculpe_las
            disculpa_las sentimos_las
            lamentamos_mucho sentimos_lo disculpa_por disculpe_por disculpas_por rogamos_disculp*
            nuestras_disculpas las_molestias_ocasionadas
            """,
            .handling: """
            ^respuesta_del_propietario ^respuesta_del_dueño ^puede_recurrir ^avisaremos_aquí
            ^estamos_al_tanto ^como_figuraba ^como_se_indicaba ha_sido_desestimada según_la_tarifa
            avería_quedó todo_funciona la_devolución_no_procede
            hemos_trasladado estamos_trabajando nuestro_equipo tomaremos trabajamos_para
            vamos_a_revisar
            hemos_registrado ha_sido_registrad* estamos_al_tanto nuestros_técnicos se_le_explicaron
            no_compartimos se_pondrá_en_contacto le_responderá el_reembolso_se_realizó puede_tardar_hasta
            días_hábiles lo_revisaremos está_corregido hemos_corregido le_esperamos hemos_hablado
            hemos_comprobado lo_solucionaremos
            mensaje_automático hemos_recibido hemos_solicitado le_informaremos
            no_está_cubierto_por_la_garantía comprobaremos se_ha_resuelto_a_su_favor
            """,
            .invitation: """
            contacte_con_nosotros contáctenos póngase_en_contacto escríbanos escríbenos
            envíenos envíanos por_mensaje_privado por_dm por_favor_contact* le_invitamos
            no_dude_en
            escríbanos_a envíenos_su nos_puedes_enviar puedes_enviarnos nos_puede_facilitar nos_facilitas
            a_su_disposición quedamos_a llámenos llámanos contacta_con contáctanos_por nos_indica indíquenos
            indícanos
            """,
            .signature: """
            atentamente un_saludo saludos_cordiales el_equipo su_equipo saludos
            atención_al_cliente_ equipo_de_soporte equipo_de_atención el_equipo_de servicio_de_atención
            """,
            .yours: """
            su_opinión su_experiencia su_comentario tu_comentario su_pedido
            su_queja su_reclamación su_caso tu_caso su_estancia su_cuenta tu_pedido su_número_de
            tu_número_de su_valoración su_puntuación
            """,
        ],
        customer: """
            yo me mi mis mí conmigo
            """,
        company: """
            nosotros nuestro nuestra nuestros nuestras nos
            """,
        obscured: "mierda puta joder cabron coño")
}
