// Written by scripts/generate-aws-actions.py from policyuniverse 1.5.1.20231109, Apache License 2.0,
// https://github.com/Netflix-Skunkworks/policyuniverse. Do not edit.

extension ActionTable {
    /// Words of actions' names, the most frequent first.
    static let words: StaticString = """
        list get delete create describe update resource for configuration group policy put job start set tags instance d\
        ata access user tag batch template untag version account rule profile service gateway application associate doma\
        in disassociate config channel model cluster device task app modify stop endpoint status event groups import fro\
        m network key environment settings source replication jobs snapshot image cancel connection export query vpc obj\
        ect table db versions certificate custom security definition to search stream project contact report session ide\
        ntity type execution instances permission subscription add association attributes by register pipeline metadata\
         request deployment fleet organization run connector action permissions admin remove route transit workflow agent\
         log virtual assessment enable flow role client pool backup disable package send connect logging bucket control\
         function ip resources associations test configurations email managed notification with alias dataset id componen\
        t provider server events schema details metric policies repository rules voice target acl attribute file analysi\
        s deregister launch schedule web detection match workspace api plan restore stack upload asset cache load notebo\
        ok options point public share destination directory sets state bot routing thing token document scaling store ty\
        pes default firewall in profiles parameter storage url check findings media message code inference lifecycle pho\
        ne resolver sync traffic wireless metrics usage users accept auto change streaming address database drs filter i\
        nsights location mail ml block endpoints topic vpn item member recommendation tasks balancer encryption history\
         link maintenance members volume distribution node provisioned recommendations reserved templates 2 actions capac\
        ity input origin vault content detector global mgn product region reset subnet attach attachment container copy\
         ipam membership number read recovery view cidr detach detect evaluation license backend executions health interf\
        ace provisioning queue reject verified applications authorization devices entities index parameters scheduled si\
        gning sol statistics studio audit aws campaign connections mapping multicast purchase registration targets trust\
         core definitions kx refresh summary tagging accounts billing compliance game integration keys reservation syste\
        m window agreement anomaly approval domains entity folder generate lens portfolio pull requests room sources voc\
        abulary collection experiment forecast info open patch preferences quality regex review activity associated auth\
         catalog credentials delivery insight invoke notify protection response site snapshots v channels dashboard migr\
        ation monitoring name pattern private retention revoke verification alarm alert availability case certificates c\
        onfigs layer local mfa operation principal rate relational results skill transfer archive clusters complete cros\
        s customer customization hosted iam ingestion items limit manager on services slack time call cloud gateways gra\
        nt listener models monitor namespace peering pricing properties proxy recipe record runs simulation software ste\
        p trial aliases analytics based build elasticsearch engine external field lake multi password plans statement va\
        lidate verify base bundle console knowledge level mobile multipart projects property segment sessions subscripti\
        ons terminate artifact authority cost engagement execute extension host hub images invitations label limits logs\
         machine merge nodes offering offerings payment publish ql receipt reference registry reports result savings slo\
        t summaries text training worker zone activate advisor assignment blueprint configured edge feature finding inbo\
        und ingress invitation lambda manifest option order outbound pack packaging quick quota sip stage tables theme t\
        ranscription command conformance discovery environments feedback form information mitigation notifications opera\
        tions ops parti partner placement position proposal revision routes scope spot streams world accelerator annotat\
        ion assets authorize builder bulk constraint count databases deployments ec facet fleets generation if map mirro\
        r numbers partition peer platform preview reboot records repositories secret shared shares sms tape termination\
         workload available budget classic components creation delegated direct exports graph hit initiate inspection int\
        ent leaderboard of out override packages pair party qualification queries resume rotation runtime scan third wha\
        t workspaces 3 addresses administrator apns apps authentication automation bridge broker byoip classification co\
        mment confirm conversion deactivate enabled evidence framework geo kinesis labels meeting microsoft organization\
        al pending prefix providers release replace replica robot ruleset sample scheduler sentiment servers signal ssh\
         sso suggestions suite teams transform work aggregate as backups category commit compute continuous destinations\
         discovered dns download explainability front fuota identifier identities journey lists lock matchmaking medical\
         messages multiplex points pools products queues recommender remote s sandbox schemas smb sql submit support team\
         webhook write all analyzer artifacts baseline byte card cell chat controls crawler datastore dedicated disk dis\
        tributions elastic entry failback fhir filters free grid hsm injection language lf linked live major mappings mi\
        nor organizations outpost output pipelines poll portal post prediction processing progress regions replicate rol\
        es saml saved size tax tls tracker transaction typed ui vehicle website xss allocate attachments attendee classi\
        fier connectors delegation editor entitlement entries evaluate faces formation geofence graphql human increase i\
        nventory ipv kms legal locations mailbox master memberships names objects opt p place playback predictor program\
         provision readiness realtime related router select sharing sign solution speaker standards tunnel unit upgrade\
         use validation value variant abort activation adapter alter apply assistant authorizer automated branch cases cl\
        aim coip concurrency configure consumer decoder delegate directories ebs effective es evaluations failover fast\
         fsx glossary guardrail headers hierarchy hold home hook http internet journal line listing logger login matching\
         mesh mount networks performance preference premises recording remediation rum schedules scheduling seller serie\
        s steps stores subscribe supported tab term vcenter workflows zones active additional aggregator allow approve a\
        ssign bandwidth boundary browser builds ca calculated canary collaboration conference context conversation datas\
        ets deliverability detectors dev dimension disconnect dynamic exchange experience face flows flywheel foundation\
         fpga fraudster grants hours hypervisor impersonation last ledger lineage move named nat nfs observation orders\
         origination outputs parent preset presigned profiling protected references retraining retry revisions script sha\
        rd stacks statuses subscriber topics updates values volumes activities addon agents aggregation alerts anchor an\
        swer assessments assume attached automatic balancers blueprints book bots branches buckets bundles calculation c\
        ategories cells checks cidrs collector column company connects contacts coverage credential credits crl dashboar\
        ds deletion description discover discoverer dnssec dominant draft drift earth ecs egress enforced enrichment enr\
        ollment format functions handshake imports individual infrastructure invite is labeling licenses listeners mac m\
        arketplace oauth participant path phrases pii pipe prepared processor push renew rescore reservations resiliency\
         resolve respond retrieve risk rotate rows sampling setting signaling spend states static subnets suppression ta\
        rgeted tier tracking trigger triggers unsubscribe uploads vector voip workteam 10 4 acknowledge aggregates alarm\
        s analyses assignments attribution authorizations authorized blocks campaigns cdr chart cm collections commands\
         communication connectivity contents cors created credit dataflow date decline deep defined dkim drt embed emerge\
        ncy encrypt failure featured fields folders heartbeat hosts hyper icd incident installation intel intents interc\
        onnect interfaces invocation join lag landing latest levels links locale luna manage management mission modifica\
        tions module nodegroup norm opted parallel parts pass pause phi port predefined promote prompt publishing quote\
         rds received recognizer recorder reusable revocation rollback rx safety sending sink smtp snomedct specific stra\
        tegy subscribed suspend telemetry threat timeline trace trail trusted tuning unassign units utilization variable\
         video vod vpce wave windows withdraw 6 algorithm and another arns backtest batches bearer bgp bias bin blob blu\
        e business calculator calling capture challenge chime clone close compatible compilation composition conditional\
         counts current decrease define deprecate deprovision detail developer dhcp drop entitled entitlements ephemeris\
         error estimate exception exceptions exclusions experiments expert extend extended fargate favorite generator gi\
        t glue green hapg identifiers ids inject integrations into invoice issue layout listings loader loop machines ma\
        cie malware messaging method methods monitors namespaces o observability ota packs page panel part patches paths\
         pin planning plugin porting predictions prefetch primary principals propagation protocols quantum queued recipe\
        s recycle redact redeem registrations requested resend root scanning scene scsi segments selectors sequence seri\
        al sites skills socket space specification speech stored success suppressed systems tenant thesaurus things thro\
        ughput transfers translation unarchive unlink versioning vocabularies watchlist workforce workgroup zonal ac acc\
        elerators accessed accessor adm affected aggregated alexa allocation alternate analyze announcement anomalies ap\
        plied approved authorities azure baidu balance ban bases binding branding builtin bus bypass calendar capabiliti\
        es car carrier catalogs celebrity chap clients codegen comments compatibility conflicts connected continue contr\
        act contributor crawlers datafeed datastores decision demand dependencies descriptor detailed detections dicom d\
        rifts effect eligibility enclave errors expense expiration expression faq federation files forecasting forget fo\
        rms forwarder gcm governance guardrails gui hardware harvest hdfs hi hooks indexes indices infer ingest initiali\
        ze inline insert instrument ips iteration json kafka kpi ldaps leaderboards learning lending lenses lex lexicon\
         liveness loa long lookup ls milestone moderation moderator my onboarding only or orderable pairs participants pe\
        riod persistent personas player ports price proactive problem process proposals published radius range raster ra\
        w re reachability recipients recognize regional registries reinforcement render replay replicator resize resolut\
        ion resolvers restart restores retrieval reviews rooms sagemaker sampled sbom scalable scans scopes scores scram\
         sdk selection sender sensitivity servicecatalog setup shadow shift shifts shipping smart specifications standby\
         statements strategies submission switchover synthesis tapes terminology themes through timer tokens tone transa\
        ctions transforms translate trunk ts un undeprecate up utterances via viewer views violation visibility warm wit\
        hout workers workloads 1 accelerate acls activated admins advertise aggregations aggregators agreements allowed\
         analyzed anonymous answers anti appliances archives async attack attendees authn autocompletion avs backlog bank\
         bitcoin blocker bonus bookmark bootstrap brokers buffer builders built cachedi calculate caller canaries candid\
        ates capability cards certification changes changeset checkout children chunk classifiers clear clock closed cog\
        nito collectors commits communications compared completed condition confirmed consent consumers containerization\
         controllers conversions cookie coverages csr cutover daily datasource datasources deauthorize decrypt delegates\
         deploy deprecation descriptions dial dimensions disconnected discrepancy disks display dmarc documents efs end\
         engagements enhanced estimation eula eulas exemptions experiences extensions factor factory fail failures featur\
        es finalize flag forecasts forgot forward frame frameworks geofences graphs grouping handshakes head hubs indexi\
        ng ingestions inheritance inputs ins intelligent interview invalidate invalidation invocations io iterator journ\
        aling keyword keywords languages layers linux logout lsa lustre manifests mark marker matches material meetings\
         merged meshes meter migrate migrations mode moderated now occurrences ontap otp outcome outgoing outposts overri\
        des overview owner ownership pages parents patterns peers perform person plaintext platforms plugins portals por\
        tfolios presets problems processes procurement programs projected prompts propagations publication publisher qua\
        rter questions quotas random ranges rates rebuild receive recognition redshift registered relationships reload r\
        eply reprocessing reputation responses restriction retained return reveal roots routers rpc rulesets schedulers\
         scheme screen scripts sec secondary secrets sensitive shards signer signin silence silences simulate single slot\
        s squash ssl stats stickiness storedi string structure sts studios suggested suggester suggesters suggestion syn\
        tax tabs tail templated tenants terms three tiering tile torrent totals trackers tracks trails transactional tra\
        nsition tree trend trusts unauthorize unique unlock unshare updated uri urls vaults vdm vehicles vgw violations\
         vpcs vtl warmup watch way working workteams worlds zfs 53 911 acceptances accepted accesses accessors accuracy a\
        cknowledgement activations ad adapters addons adhoc adjustment administrative administrators air algorithms allo\
        cations amount analyzable analyzers anchors announcements anomalous apis appliance applicable aqua architecture\
         archival archived arrays assistants attacks attained attributions audio audits authenticate authorizers awssp ba\
        ck backends backfill backtrack backtracks balances bans barcode baselines begin behavior behaviors binary blackl\
        ist bluinsights body books borrow bounce braket bridges budgets bugs buses buyer caches calculators callback can\
        celed capacities capsule carbon cardinality cars celebrities cfn changed changesets checker child chunks class c\
        lassify cli clip cnam collaborations columns compare compliances compose composite compositions computer concate\
        nation confirmation conflicting consistency consolidated constraints consumption containers contains contexts co\
        ntracts conversations convert converted correct costs countries coupon crawling crawls crls cryptogram csv curat\
        ed customizations cycle dash days dead decode decrypted degree delegations deletions deliver deliveries deny dep\
        loyable describelabel desired development diagnostic dialer diff difference differences digest discoverers disco\
        veries dismiss dispose dissociate distinct distribute distributed down downstream dpu driver dry duplicate e edi\
        t editors elements emails emp enter enterprise ephemerides equipment except exclude executors exit expire expiry\
         explainabilities explanation expressions extensible failed families faqs fetch financial firewalls firmware flu\
        sh flywheels footprint forwarders forwarding fragment fragments fraudsters gapped general generated generations\
         generators glyphs gov gpus granting ground guest guru hana handler hapgs header hide high histories hls holds ho\
        stname hsms hypervisors ice idempotently idt impact imported improvements include incoming incremental initializ\
        ation initiators install installed instantiate integrity interactive interconnects internal interpolated interru\
        pt interruptions introspection invalidations invoices ipams jar journeys known kubernetes lags lakes launches la\
        youts lb leave ledgers letter lexicons life limitations locales locks logically loops mainnet maintenances make\
         managing mapped maps marketing matrix max measures merging milestones minute misconfigured moderators modules mo\
        nitored moving multiplexes mutability nameservers neighbors new next nodegroups notebooks observations offer off\
        ers older once one operating optimizer optimizers ordering org origins outcomes packager panels partitioner part\
        itions partners payer payload payments pdf peered peerings percentiles persist personal personalized physical pi\
        ckup ping pipes placements portion positions powers pre precheck predict predictive predictors prepare previews\
         prices priorities priority privacy processors producer programmatic promotions protections protective provide pr\
        oxies purge quotes rack raid ranked ranking reaction reactions reader readme reason rebalance receipts receivers\
         recent recognizers recommended recommenders recorders refreshes regenerate releases remaining rename reorder re\
        pair replacement replays replications replicators requirements reserve resolutions resolved responsibility rest\
         resync retain retirable retire reverse reviewable reward rhel rightsizing risks robots rotations routings rtos r\
        unner samples satellite satellites scenes schemes score screenshot seen selections selfservice sensor severity s\
        hadows shipment show shutdown signals signature signed similar simulations sinks sizes skip snaplock snippet sno\
        oze snowball solutions sop spaces speakers split sprites stages staging stale started stations statistic style s\
        ub subject subjects submissions subscribers suggest suites suppressions swap synchronize synthesize tagged taxes\
         telephony temporary tenancy terminologies testnet tests than thesauri throttle throughputs thumbnail thumbnails\
         thumbprint times title traces track transcripts transferability transformation trials tunes tunnels uefi uis un\
        available unclaim undrop ungroup unlabel unload unmask unmonitor unpeer unreferenced unsupported unsuspend upfro\
        nt uploaded upsert upstream usages used utterance valid validity variables vendor vendors visible vm voices vote\
         votes vulnerabilities wait warehouse watchlists waves webhooks weights when widget wipe workforces workgroups
        """

    /// All parts in their order.
    static let names: [StaticString] = [names1, names2, names3]

    /// How many actions there are.
    static let actionCount = 15319
}
