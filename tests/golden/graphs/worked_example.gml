Creator "demarche"
graph [
  directed 1
  multigraph 1
  demarche_version "0.1.0"
  codebook_version "2.1"
  codebook_hash "00ff"
  families "body; cbm; fp; ins; law; norm; state"
  weighting "mentions"
  documents 5
  documents_failed 1
  documents_left_out 0
  documents_without_author 1
  node [
    id 0
    label "Australia"
    node_id "AUS"
    type "state"
    author 1
    family "state"
    iso2 "AU"
    region "Oceania"
    un_status "member"
    documents 2
    documents_failed 0
    document_ids "aus_2016_en; aus_2020_en"
    document_languages "en"
    first_year 2016
    last_year 2020
    pages 20
    pages_unread 1
    sentences 300
    words 6000
  ]
  node [
    id 1
    label "France"
    node_id "FRA"
    type "state"
    author 1
    family "state"
    iso2 "FR"
    region "Europe"
    subregion "Western Europe"
    un_status "member"
    un_group "WEOG"
    organisations "body.eu; body.nato"
    documents 1
    documents_failed 0
    document_ids "fra_2018_fr"
    document_languages "fr"
    first_year 2018
    last_year 2018
    pages 10
    pages_unread 0
    sentences 150
    words 3000
  ]
  node [
    id 2
    label "Indonesia"
    node_id "IDN"
    type "state"
    author 0
    family "state"
    iso2 "ID"
    region "Asia"
    un_status "member"
    documents 0
    documents_failed 0
  ]
  node [
    id 3
    label "Kenya"
    node_id "KEN"
    type "state"
    author 1
    family "state"
    iso2 "KE"
    region "Africa"
    un_status "member"
    documents 0
    documents_failed 1
    pages 0
    pages_unread 0
    sentences 0
    words 0
  ]
  node [
    id 4
    label "European Union"
    node_id "body.eu"
    type "body"
    author 1
    family "body"
    kind "regional"
    documents 1
    documents_failed 0
    document_ids "eu_2020_en"
    document_languages "en"
    first_year 2020
    last_year 2020
    pages 10
    pages_unread 0
    sentences 150
    words 3000
  ]
  node [
    id 5
    label "UN Open-Ended Working Group"
    node_id "body.un_oewg"
    type "body"
    author 0
    family "body"
    kind "multilateral"
    parent "body.un"
  ]
  node [
    id 6
    label "Confidence-building measures"
    node_id "cbm"
    type "norm"
    author 0
    family "cbm"
  ]
  node [
    id 7
    label "unknown_policy.pdf"
    node_id "document.unknown_policy"
    type "document"
    author 1
    documents 1
    documents_failed 0
    document_ids "unknown_policy"
    document_languages "en"
    pages 10
    pages_unread 0
    sentences 150
    words 3000
  ]
  node [
    id 8
    label "Convention on Cybercrime"
    node_id "ins.budapest"
    type "instrument"
    author 0
    family "ins"
  ]
  node [
    id 9
    label "International law applies"
    node_id "law.applies"
    type "norm"
    author 0
    family "law"
  ]
  node [
    id 10
    label "Protect critical infrastructure"
    node_id "norm.g"
    type "norm"
    author 0
    family "norm"
    definition "States protect their infrastructure &amp; that of others."
  ]
  edge [
    source 0
    target 2
    label "names"
    edge_id "AUS:names:IDN"
    weight 1
    relation "names"
    mentions 1
    sentences 1
    documents 1
    per_10000_words 1.6666666666666667
    for_cooperation 0
    as_threat 0
    as_example 0
    first_year 2020
    last_year 2020
    years "2020"
    document_ids "aus_2020_en"
    evidence "aus_2020_en p. 5"
    first_quotation "Sentence 40 of aus_2020_en."
  ]
  edge [
    source 0
    target 5
    label "mentions"
    edge_id "AUS:mentions:body.un_oewg"
    weight 3
    relation "mentions"
    mentions 3
    sentences 2
    documents 2
    per_10000_words 5.0
    first_year 2016
    last_year 2020
    years "2016; 2020"
    document_ids "aus_2016_en; aus_2020_en"
    evidence "aus_2016_en p. 2; aus_2020_en p. 1"
    first_quotation "Sentence 12 of aus_2016_en."
  ]
  edge [
    source 0
    target 9
    label "supports"
    edge_id "AUS:supports:law.applies"
    weight 1
    relation "supports"
    mentions 1
    sentences 1
    documents 1
    per_10000_words 1.6666666666666667
    first_year 2020
    last_year 2020
    years "2020"
    document_ids "aus_2020_en"
    evidence "aus_2020_en p. 4"
    first_quotation "Sentence 32 of aus_2020_en."
  ]
  edge [
    source 0
    target 10
    label "commits"
    edge_id "AUS:commits:norm.g"
    weight 1
    relation "commits"
    mentions 1
    sentences 1
    documents 1
    per_10000_words 1.6666666666666667
    first_year 2020
    last_year 2020
    years "2020"
    document_ids "aus_2020_en"
    evidence "aus_2020_en p. 1"
    first_quotation "We will protect &quot;lifelines&quot; <all>, i.e. a[b[0]]> 1 &amp; more."
  ]
  edge [
    source 0
    target 10
    label "urges"
    edge_id "AUS:urges:norm.g"
    weight 1
    relation "urges"
    mentions 1
    sentences 1
    documents 1
    per_10000_words 1.6666666666666667
    first_year 2020
    last_year 2020
    years "2020"
    document_ids "aus_2020_en"
    evidence "aus_2020_en p. 4"
    first_quotation "Sentence 31 of aus_2020_en."
  ]
  edge [
    source 1
    target 6
    label "describes"
    edge_id "FRA:describes:cbm"
    weight 1
    relation "describes"
    mentions 1
    sentences 1
    documents 1
    per_10000_words 3.3333333333333335
    first_year 2018
    last_year 2018
    years "2018"
    document_ids "fra_2018_fr"
    evidence "fra_2018_fr p. 1"
    first_quotation "Sentence 7 of fra_2018_fr."
  ]
  edge [
    source 1
    target 8
    label "mentions"
    edge_id "FRA:mentions:ins.budapest"
    weight 1
    relation "mentions"
    mentions 1
    sentences 1
    documents 1
    per_10000_words 3.3333333333333335
    first_year 2018
    last_year 2018
    years "2018"
    document_ids "fra_2018_fr"
    evidence "fra_2018_fr p. 1"
    first_quotation "Sentence 7 of fra_2018_fr."
  ]
  edge [
    source 1
    target 10
    label "rejects"
    edge_id "FRA:rejects:norm.g"
    weight 1
    relation "rejects"
    mentions 1
    sentences 1
    documents 1
    per_10000_words 3.3333333333333335
    first_year 2018
    last_year 2018
    years "2018"
    document_ids "fra_2018_fr"
    evidence "fra_2018_fr p. 1"
    first_quotation "Sentence 8 of fra_2018_fr."
  ]
  edge [
    source 4
    target 5
    label "mentions"
    edge_id "body.eu:mentions:body.un_oewg"
    weight 1
    relation "mentions"
    mentions 1
    sentences 1
    documents 1
    per_10000_words 3.3333333333333335
    first_year 2020
    last_year 2020
    years "2020"
    document_ids "eu_2020_en"
    evidence "eu_2020_en p. 1"
    first_quotation "Sentence 5 of eu_2020_en."
  ]
  edge [
    source 7
    target 1
    label "names"
    edge_id "document.unknown_policy:names:FRA"
    weight 1
    relation "names"
    mentions 1
    sentences 1
    documents 1
    per_10000_words 3.3333333333333335
    for_cooperation 0
    as_threat 0
    as_example 0
    document_ids "unknown_policy"
    evidence "unknown_policy p. 1"
    first_quotation "Sentence 2 of unknown_policy."
  ]
]
