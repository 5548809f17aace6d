/// The words by which complaints in Portuguese are sorted; see `FactSource` for the notation.
extension FactSource {
    static let portuguese = FactSource(
        language: "pt",
        tone: .portuguese, claim: .portuguese, denial: .portuguese, threat: .portuguese, turn: .portuguese,
        negators: "não nunca nenhum nenhuma sem nem",
        topics: [
            .product: """
            ^produto* ^qualidade ^defeito* ^defeituos* ^quebrad* bateria tela comida sapato
            celular telefone
            """,
            .delivery: """
            ^entrega* ^envio ^encomenda* ^correios ^transportadora ~pedido ~chegou
            """,
            .service: """
            ^atendimento ^suporte ^sac serviço espera resposta ~ligação
            """,
            .staff: """
            ^funcionári* ^atendente* ^mal+educad* ^grosseir* ^vendedor* ^garçom ^médic*
            ^gerente*
            """,
            .price: """
            ^preço* ^caro ^cara ^fatura* ^cobr* ^taxa* ^tarifa* pagar paguei ~reais
            ~dinheiro
            """,
            .refund: """
            ^reembols* ^devolução ^estorno* ^ressarc* ~devolver
            """,
            .warranty: """
            ^garantia ^conserto ^repar* troca
            """,
            .app: """
            ^aplicativo* ^app ^site ^senha ^login ^servidor* conta atualização
            """,
            .privacy: """
            ^dados_pessoais ^privacidade ^lgpd ^spam ^vazamento
            """,
        ],
        causes: [
            .leftAlone: """
            ^não_respond* ^ninguém_responde ^sem_resposta ^não_atend* ^ninguém_atende
            ^ignora*
            ^ninguém_resolve ^ninguém_aparece ^ninguém_ajuda ^não_respondem ^desligam ^me_enrolam
            ^sem_retorno ^não_atendem
            """,
            .humiliated: """
            ^humilh* ^insult* ^grosseir* ^mal+educad* ^desrespeit*
            ^gritou ^mal_atendid* ^atendimento_horrível ^atendimento_péssimo ^péssimo_atendimento
            ^mal_educad* ^desrespeito
            """,
            .notInformed: """
            ^não_avis* ^não_inform* ^sem_aviso ^nenhuma_informação
            """,
            .notHeard: """
            ^não_escutam ^não_ligam ^mesma_resposta ^resposta_automática ^descaso
            """,
            .vaguePromise: """
            ^promet* ^promess*
            """,
            .blamedOnOthers: """
            ^jogam_a_culpa ^não_é_culpa_nossa ^empurra*
            """,
            .productFault: """
            ^não_funciona* ^defeito* ^quebrad* ^parou_de_funcionar ^estragad*
            ^partid* ^avariad* ^riscad* ^vaza* ^fecha_sozinh* ^trava ^travou ^suj* ^barata* ^frio ^fria
            ^vencid* ^não_liga ^não_carrega ^cai_todas
            """,
            .outage: """
            ^sem_internet ^sem_sinal ^sem_luz ^sem_água ^fora_do_ar ^queda_de
            """,
            .overcharged: """
            ^cobrança_indevida ^cobrado_duas ^cobraram_a_mais ^muito_caro
            ^cobraram ^cobrou_a_taxa ^aumentaram_a_mensalidade ^eu_pague ^cobrado ^cobrança_dupla
            """,
            .late: """
            ^atras* ^não_chegou ^nunca_chegou ^ainda_não_chegou ^não_recebi ^demora*
            ^estou_esperando
            ^atrasad* ^atraso ^não_chega ^sumiu ^à_espera ^há_um_mês ^cancelad*
            """,
            .mistake: """
            ^errad* ^erro ^faltando ^perderam ^incomplet*
            ^mandaram ^trocad* ^faltam
            """,
            .misled: """
            ^engan* ^golp* ^fraude* ^mentir* ^mentiros* ^propaganda_enganosa ^ladr*
            ^enganos* ^enganad* ^mentira* ^mentem ^vergonha ^falso ^fraude
            """,
            .refused: """
            ^recus* ^negaram ^se_negam
            ^não_aceit* ^não_quer ^não_querem ^recusa* ^não_devolv*
            """,
            .blocked: """
            ^conta_bloqueada ^cartão_bloqueado ^bloquea*
            """,
        ],
        cues: [
            .legal: """
            advogad* processar processo_judicial justiça procon reclame_aqui tribunal
            polícia boletim_de_ocorrência código_de_defesa direitos_do_consumidor
            defesa_do_consumidor deco bacen banco_central anatel anvisa ministério_público
            livro_de_reclamações juizado* ouvidoria
            """,
            .refund: """
            quero_meu_dinheiro reembols* estorno* devolvam devolução_do
            """,
            .deadline: """
            até_amanhã até_sexta até_segunda em_#_dias em_#_horas último_aviso prazo_de
            """,
            .urgent: """
            urgente* imediatamente o_mais_rápido emergência
            """,
            .safety: """
            intoxic* hospital ferid* perigos* incêndio explo* alergi* queimadura*
            choque_elétrico mofo
            """,
            .swearing: """
            merda porra caralho puta filho_da_puta bosta idiota* otári*
            """,
            .brokenPromise: """
            prometeram prometeu não_cumpr*
            """,
            .money: """
            roubaram_meu_dinheiro conta_bloqueada cartão_bloqueado cobrado_duas_vezes
            meu_salário minhas_economias
            """,
            .vulnerable: """
            meu_filho minha_filha bebê* grávida deficiente* idos* minha_mãe minha_avó
            aposentad*
            """,
            .repeated: """
            terceira_vez segunda_vez várias_vezes #_vezes de_novo toda_vez
            """,
            .longSince: """
            há_#_dias há_#_semanas há_#_meses há_um_mês faz_#_dias faz_um_mês há_semanas
            há_meses
            """,
        ],
        praise: """
            sem_reclamações nenhuma_reclamação nada_a_reclamar nenhum_problema
            """,
        replies: [
            .heading: "resposta",
            .salutation: """
            ^senhora ^senhor ^sra ^sr
            olá prezad* bom_dia boa_tarde car*_cliente
            """,
            .thanks: """
            agradecemos obrigado_por_entrar obrigado_pelo_seu obrigada_pelo_seu
            obrigado_por_compartilhar
            obrigado_pelo_contato obrigado_pelas obrigada_pelas obrigado_por_avisar obrigado_pela
            obrigada_pela agradecemos_o agradecemos_a ficamos_felizes
            """,
            .apology: """
            lamentamos pedimos_desculpas sentimos_muito nossas_desculpas
            pedimos_desculpa* pelo_transtorno pelos_transtornos pelo_incómodo
            """,
            .handling: """
            encaminhamos estamos_trabalhando nossa_equipe nosso_time vamos_verificar
            foi_encaminhad* já_falámos já_falamos nossa_equipa estamos_cientes corrigimos foi_efetuado
            dias_úteis não_concordamos para_verificarmos iremos_analisar gostaríamos_de ficou_registad*
            mensagem_automática pedimos_a_localização daremos_notícias não_está_coberto_pela_garantia
            """,
            .invitation: """
            entre_em_contato nos_envie envie_nos por_favor_contate por_dm nos_chame
            por_mensagem_privada estamos_à_disposição
            entre_em_contacto contacte_nos por_favor_envie mensagem_privada pode_ligar ficamos_à_disposição
            à_disposição ligue_para_nos se_puder_rever nos_informe
            """,
            .signature: """
            atenciosamente abraços equipe
            equipe_de equipa_de a_equipa central_de_atendimento atendimento_ao_cliente
            """,
            .yours: """
            sua_avaliação seu_comentário seu_pedido sua_experiência
            sua_reclamação seu_contato sua_mensagem sua_opinião seu_caso sua_conta sua_nota
            """,
        ],
        customer: """
            eu me mim meu minha meus minhas
            """,
        company: """
            nós nosso nossa nossos nossas nos
            """,
        obscured: "merda porra caralho puta")
}
