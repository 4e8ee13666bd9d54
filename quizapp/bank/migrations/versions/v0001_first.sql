CREATE TABLE pack (
  id INTEGER NOT NULL,
  pack_key VARCHAR NOT NULL,
  version INTEGER NOT NULL,
  content_sha VARCHAR NOT NULL,
  previous_sha VARCHAR NOT NULL,
  first_sha VARCHAR NOT NULL,
  manifest VARCHAR NOT NULL,
  source INTEGER NOT NULL,
  active INTEGER NOT NULL,
  CONSTRAINT pk_pack PRIMARY KEY (id),
  CONSTRAINT uq_pack_pack_key UNIQUE (pack_key)
);

CREATE TABLE revision (
  id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  rev INTEGER NOT NULL,
  content_sha BLOB NOT NULL,
  meaning_sha BLOB NOT NULL,
  body VARCHAR NOT NULL,
  CONSTRAINT pk_revision PRIMARY KEY (id),
  CONSTRAINT uq_revision_question_id_content_sha UNIQUE (question_id, content_sha)
);

CREATE TABLE media (
  sha256 VARCHAR NOT NULL,
  ext VARCHAR NOT NULL,
  size INTEGER NOT NULL,
  CONSTRAINT pk_media PRIMARY KEY (sha256)
);

CREATE TABLE fold (
  id INTEGER NOT NULL,
  model VARCHAR NOT NULL,
  weights VARCHAR NOT NULL,
  evidence_version INTEGER NOT NULL,
  fitted_on INTEGER,
  adopted_at INTEGER NOT NULL,
  CONSTRAINT pk_fold PRIMARY KEY (id)
);

CREATE TABLE tag (
  id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  CONSTRAINT pk_tag PRIMARY KEY (id),
  CONSTRAINT uq_tag_name UNIQUE (name)
);

CREATE TABLE exam (
  id INTEGER NOT NULL,
  uuid BLOB NOT NULL,
  title VARCHAR NOT NULL,
  at VARCHAR NOT NULL,
  zone VARCHAR NOT NULL,
  scope VARCHAR NOT NULL,
  minutes VARCHAR NOT NULL,
  days_off VARCHAR NOT NULL,
  goal DOUBLE,
  state INTEGER NOT NULL,
  result VARCHAR,
  CONSTRAINT pk_exam PRIMARY KEY (id),
  CONSTRAINT uq_exam_uuid UNIQUE (uuid)
);

CREATE INDEX ix_exam_state ON exam (state);

CREATE TABLE setting (
  "key" VARCHAR NOT NULL,
  value VARCHAR NOT NULL,
  tick INTEGER NOT NULL,
  CONSTRAINT pk_setting PRIMARY KEY ("key")
);

CREATE TABLE device (
  id INTEGER NOT NULL,
  uuid BLOB NOT NULL,
  name VARCHAR NOT NULL,
  CONSTRAINT pk_device PRIMARY KEY (id),
  CONSTRAINT uq_device_uuid UNIQUE (uuid)
);

CREATE TABLE undo_step (
  id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  label VARCHAR NOT NULL,
  actions VARCHAR NOT NULL,
  undone_at INTEGER,
  CONSTRAINT pk_undo_step PRIMARY KEY (id)
);

CREATE TABLE mock_exam (
  id INTEGER NOT NULL,
  uuid BLOB NOT NULL,
  blueprint VARCHAR NOT NULL,
  seed INTEGER NOT NULL,
  limit_s INTEGER,
  started_at INTEGER NOT NULL,
  handed_in_at INTEGER,
  counts INTEGER NOT NULL,
  CONSTRAINT pk_mock_exam PRIMARY KEY (id),
  CONSTRAINT uq_mock_exam_uuid UNIQUE (uuid)
);

CREATE TABLE question (
  id INTEGER NOT NULL,
  pack_id INTEGER NOT NULL,
  question_key VARCHAR NOT NULL,
  revision_id INTEGER,
  kind INTEGER NOT NULL,
  category INTEGER NOT NULL,
  basis INTEGER NOT NULL,
  difficulty INTEGER,
  position INTEGER NOT NULL,
  sort_key VARCHAR NOT NULL,
  fact_key VARCHAR,
  hidden_at INTEGER,
  CONSTRAINT pk_question PRIMARY KEY (id),
  CONSTRAINT uq_question_pack_id_question_key UNIQUE (pack_id, question_key),
  CONSTRAINT fk_question_pack_id_pack FOREIGN KEY(pack_id) REFERENCES pack (id),
  CONSTRAINT fk_question_revision_id_revision FOREIGN KEY(revision_id) REFERENCES revision (id)
);

CREATE INDEX ix_question_fact ON question (pack_id, fact_key) WHERE fact_key IS NOT NULL;

CREATE INDEX ix_question_revision_id ON question (revision_id);

CREATE INDEX ix_question_sort_key ON question (sort_key);

CREATE INDEX ix_question_pack_id_position ON question (pack_id, position);

CREATE TABLE topic (
  id INTEGER NOT NULL,
  pack_id INTEGER NOT NULL,
  path VARCHAR NOT NULL,
  CONSTRAINT pk_topic PRIMARY KEY (id),
  CONSTRAINT uq_topic_pack_id_path UNIQUE (pack_id, path),
  CONSTRAINT fk_topic_pack_id_pack FOREIGN KEY(pack_id) REFERENCES pack (id)
);

CREATE TABLE passage (
  id INTEGER NOT NULL,
  pack_id INTEGER NOT NULL,
  mark VARCHAR NOT NULL,
  heading VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  body VARCHAR NOT NULL,
  CONSTRAINT pk_passage PRIMARY KEY (id),
  CONSTRAINT uq_passage_pack_id_mark UNIQUE (pack_id, mark),
  CONSTRAINT fk_passage_pack_id_pack FOREIGN KEY(pack_id) REFERENCES pack (id)
);

CREATE TABLE pack_media (
  pack_id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  sha256 VARCHAR NOT NULL,
  CONSTRAINT pk_pack_media PRIMARY KEY (pack_id, name),
  CONSTRAINT fk_pack_media_pack_id_pack FOREIGN KEY(pack_id) REFERENCES pack (id),
  CONSTRAINT fk_pack_media_sha256_media FOREIGN KEY(sha256) REFERENCES media (sha256)
)
 WITHOUT ROWID;

CREATE TABLE revision_media (
  revision_id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  sha256 VARCHAR NOT NULL,
  CONSTRAINT pk_revision_media PRIMARY KEY (revision_id, name),
  CONSTRAINT fk_revision_media_revision_id_revision FOREIGN KEY(revision_id) REFERENCES revision (id),
  CONSTRAINT fk_revision_media_sha256_media FOREIGN KEY(sha256) REFERENCES media (sha256)
)
 WITHOUT ROWID;

CREATE TABLE day_count (
  study_day INTEGER NOT NULL,
  pack_id INTEGER NOT NULL,
  category INTEGER NOT NULL,
  mode INTEGER NOT NULL,
  verdict INTEGER NOT NULL,
  n INTEGER NOT NULL,
  elapsed_ms INTEGER NOT NULL,
  CONSTRAINT pk_day_count PRIMARY KEY (study_day, pack_id, category, mode, verdict),
  CONSTRAINT fk_day_count_pack_id_pack FOREIGN KEY(pack_id) REFERENCES pack (id)
)
 WITHOUT ROWID;

CREATE TABLE exam_forecast (
  exam_id INTEGER NOT NULL,
  study_day INTEGER NOT NULL,
  mean DOUBLE NOT NULL,
  low DOUBLE NOT NULL,
  high DOUBLE NOT NULL,
  seen INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  CONSTRAINT pk_exam_forecast PRIMARY KEY (exam_id, study_day),
  CONSTRAINT fk_exam_forecast_exam_id_exam FOREIGN KEY(exam_id) REFERENCES exam (id)
)
 WITHOUT ROWID;

CREATE TABLE study_session (
  id INTEGER NOT NULL,
  uuid BLOB NOT NULL,
  device_id INTEGER NOT NULL,
  mode INTEGER NOT NULL,
  "plan" VARCHAR NOT NULL,
  started_at INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  ended_at INTEGER,
  CONSTRAINT pk_study_session PRIMARY KEY (id),
  CONSTRAINT uq_study_session_uuid UNIQUE (uuid),
  CONSTRAINT fk_study_session_device_id_device FOREIGN KEY(device_id) REFERENCES device (id)
);

CREATE INDEX ix_study_session_started_at ON study_session (started_at);

CREATE TABLE installation (
  id INTEGER NOT NULL,
  uuid BLOB NOT NULL,
  pack_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  from_sha VARCHAR,
  to_sha VARCHAR,
  "before" VARCHAR NOT NULL,
  undone_at INTEGER,
  CONSTRAINT pk_installation PRIMARY KEY (id),
  CONSTRAINT uq_installation_uuid UNIQUE (uuid),
  CONSTRAINT fk_installation_pack_id_pack FOREIGN KEY(pack_id) REFERENCES pack (id)
);

CREATE INDEX ix_installation_pack_id ON installation (pack_id);

CREATE TABLE card (
  id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  slot VARCHAR NOT NULL,
  CONSTRAINT pk_card PRIMARY KEY (id),
  CONSTRAINT uq_card_question_id_slot UNIQUE (question_id, slot),
  CONSTRAINT fk_card_question_id_question FOREIGN KEY(question_id) REFERENCES question (id)
);

CREATE TABLE question_topic (
  topic_id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  CONSTRAINT pk_question_topic PRIMARY KEY (topic_id, question_id),
  CONSTRAINT fk_question_topic_topic_id_topic FOREIGN KEY(topic_id) REFERENCES topic (id),
  CONSTRAINT fk_question_topic_question_id_question FOREIGN KEY(question_id) REFERENCES question (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_question_topic_question_id_topic_id ON question_topic (question_id, topic_id);

CREATE TABLE question_layer (
  question_id INTEGER NOT NULL,
  note VARCHAR NOT NULL,
  suspended_at INTEGER,
  buried_until INTEGER,
  copy_of INTEGER,
  base_revision_id INTEGER,
  CONSTRAINT pk_question_layer PRIMARY KEY (question_id),
  CONSTRAINT fk_question_layer_question_id_question FOREIGN KEY(question_id) REFERENCES question (id),
  CONSTRAINT fk_question_layer_copy_of_question FOREIGN KEY(copy_of) REFERENCES question (id),
  CONSTRAINT fk_question_layer_base_revision_id_revision FOREIGN KEY(base_revision_id) REFERENCES revision (id)
);

CREATE INDEX ix_question_layer_copy_of ON question_layer (copy_of);

CREATE INDEX ix_question_layer_base_revision_id ON question_layer (base_revision_id);

CREATE INDEX ix_question_layer_buried_until ON question_layer (buried_until) WHERE buried_until IS NOT NULL;

CREATE TABLE report (
  id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  revision_id INTEGER NOT NULL,
  text VARCHAR NOT NULL,
  at INTEGER NOT NULL,
  CONSTRAINT pk_report PRIMARY KEY (id),
  CONSTRAINT fk_report_question_id_question FOREIGN KEY(question_id) REFERENCES question (id),
  CONSTRAINT fk_report_revision_id_revision FOREIGN KEY(revision_id) REFERENCES revision (id)
);

CREATE INDEX ix_report_revision_id ON report (revision_id);

CREATE INDEX ix_report_question_id ON report (question_id);

CREATE TABLE question_tag (
  tag_id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  CONSTRAINT pk_question_tag PRIMARY KEY (tag_id, question_id),
  CONSTRAINT fk_question_tag_tag_id_tag FOREIGN KEY(tag_id) REFERENCES tag (id),
  CONSTRAINT fk_question_tag_question_id_question FOREIGN KEY(question_id) REFERENCES question (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_question_tag_question_id_tag_id ON question_tag (question_id, tag_id);

CREATE TABLE installation_step (
  installation_id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  before_revision_id INTEGER,
  after_revision_id INTEGER,
  before_position INTEGER,
  before_hidden_at INTEGER,
  effect INTEGER NOT NULL,
  CONSTRAINT pk_installation_step PRIMARY KEY (installation_id, question_id),
  CONSTRAINT fk_installation_step_installation_id_installation FOREIGN KEY(installation_id) REFERENCES installation (id),
  CONSTRAINT fk_installation_step_question_id_question FOREIGN KEY(question_id) REFERENCES question (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_installation_step_question_id ON installation_step (question_id);

CREATE TABLE memory (
  card_id INTEGER NOT NULL,
  pack_id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  category INTEGER NOT NULL,
  phase INTEGER NOT NULL,
  held INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  stability DOUBLE NOT NULL,
  difficulty DOUBLE NOT NULL,
  last_day INTEGER NOT NULL,
  due_day INTEGER,
  reps INTEGER NOT NULL,
  lapses INTEGER NOT NULL,
  fold_id INTEGER NOT NULL,
  CONSTRAINT pk_memory PRIMARY KEY (card_id),
  CONSTRAINT fk_memory_card_id_card FOREIGN KEY(card_id) REFERENCES card (id),
  CONSTRAINT fk_memory_fold_id_fold FOREIGN KEY(fold_id) REFERENCES fold (id)
);

CREATE INDEX ix_memory_pack_new ON memory (pack_id, rank) WHERE held = 0 AND due_day IS NULL;

CREATE INDEX ix_memory_pack_due ON memory (pack_id, due_day) WHERE held = 0 AND due_day IS NOT NULL;

CREATE INDEX ix_memory_due ON memory (due_day) WHERE held = 0 AND due_day IS NOT NULL;

CREATE TABLE review (
  id INTEGER NOT NULL,
  uuid BLOB NOT NULL,
  device_id INTEGER NOT NULL,
  tick INTEGER NOT NULL,
  card_id INTEGER NOT NULL,
  revision_id INTEGER NOT NULL,
  study_session_id INTEGER,
  at INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  study_day INTEGER NOT NULL,
  mode INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  answer VARCHAR NOT NULL,
  options INTEGER NOT NULL,
  hints INTEGER NOT NULL,
  elapsed_ms INTEGER,
  confidence INTEGER,
  verdict INTEGER NOT NULL,
  score DOUBLE NOT NULL,
  rule VARCHAR NOT NULL,
  rules_version INTEGER NOT NULL,
  self_rating INTEGER,
  rapid INTEGER NOT NULL,
  due_day INTEGER,
  retracted_at INTEGER,
  counted_score DOUBLE,
  CONSTRAINT pk_review PRIMARY KEY (id),
  CONSTRAINT uq_review_uuid UNIQUE (uuid),
  CONSTRAINT fk_review_device_id_device FOREIGN KEY(device_id) REFERENCES device (id),
  CONSTRAINT fk_review_card_id_card FOREIGN KEY(card_id) REFERENCES card (id),
  CONSTRAINT fk_review_revision_id_revision FOREIGN KEY(revision_id) REFERENCES revision (id),
  CONSTRAINT fk_review_study_session_id_study_session FOREIGN KEY(study_session_id) REFERENCES study_session (id)
);

CREATE INDEX ix_review_revision_id ON review (revision_id);

CREATE INDEX ix_review_study_day ON review (study_day);

CREATE INDEX ix_review_tick ON review (tick);

CREATE INDEX ix_review_card_id_tick ON review (card_id, tick);

CREATE TABLE card_event (
  id INTEGER NOT NULL,
  uuid BLOB NOT NULL,
  device_id INTEGER NOT NULL,
  tick INTEGER NOT NULL,
  at INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  study_day INTEGER NOT NULL,
  card_id INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  revision_id INTEGER,
  due_day INTEGER,
  installation_id INTEGER,
  retracted_at INTEGER,
  CONSTRAINT pk_card_event PRIMARY KEY (id),
  CONSTRAINT uq_card_event_uuid UNIQUE (uuid),
  CONSTRAINT fk_card_event_device_id_device FOREIGN KEY(device_id) REFERENCES device (id),
  CONSTRAINT fk_card_event_card_id_card FOREIGN KEY(card_id) REFERENCES card (id),
  CONSTRAINT fk_card_event_revision_id_revision FOREIGN KEY(revision_id) REFERENCES revision (id),
  CONSTRAINT fk_card_event_installation_id_installation FOREIGN KEY(installation_id) REFERENCES installation (id)
);

CREATE INDEX ix_card_event_installation_id ON card_event (installation_id);

CREATE INDEX ix_card_event_card_id_tick ON card_event (card_id, tick);

CREATE INDEX ix_card_event_revision_id ON card_event (revision_id);

CREATE INDEX ix_card_event_tick ON card_event (tick);

CREATE TABLE own_wording (
  id INTEGER NOT NULL,
  question_id INTEGER NOT NULL,
  gap INTEGER NOT NULL,
  wording VARCHAR NOT NULL,
  verdict INTEGER NOT NULL,
  review_id INTEGER,
  proposed_at INTEGER,
  CONSTRAINT pk_own_wording PRIMARY KEY (id),
  CONSTRAINT fk_own_wording_question_id_question FOREIGN KEY(question_id) REFERENCES question (id),
  CONSTRAINT fk_own_wording_review_id_review FOREIGN KEY(review_id) REFERENCES review (id)
);

CREATE INDEX ix_own_wording_review_id ON own_wording (review_id);

CREATE INDEX ix_own_wording_question_id ON own_wording (question_id);

CREATE TABLE amendment (
  id INTEGER NOT NULL,
  uuid BLOB NOT NULL,
  device_id INTEGER NOT NULL,
  tick INTEGER NOT NULL,
  at INTEGER NOT NULL,
  offset_min INTEGER NOT NULL,
  review_id INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  verdict INTEGER,
  score DOUBLE,
  reason VARCHAR NOT NULL,
  CONSTRAINT pk_amendment PRIMARY KEY (id),
  CONSTRAINT uq_amendment_uuid UNIQUE (uuid),
  CONSTRAINT fk_amendment_device_id_device FOREIGN KEY(device_id) REFERENCES device (id),
  CONSTRAINT fk_amendment_review_id_review FOREIGN KEY(review_id) REFERENCES review (id)
);

CREATE INDEX ix_amendment_review_id_tick ON amendment (review_id, tick);

CREATE INDEX ix_amendment_tick ON amendment (tick);

CREATE TABLE mock_exam_answer (
  mock_exam_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  card_id INTEGER NOT NULL,
  revision_id INTEGER NOT NULL,
  answer VARCHAR,
  flagged INTEGER NOT NULL,
  at INTEGER,
  elapsed_ms INTEGER,
  review_id INTEGER,
  CONSTRAINT pk_mock_exam_answer PRIMARY KEY (mock_exam_id, position),
  CONSTRAINT fk_mock_exam_answer_mock_exam_id_mock_exam FOREIGN KEY(mock_exam_id) REFERENCES mock_exam (id),
  CONSTRAINT fk_mock_exam_answer_card_id_card FOREIGN KEY(card_id) REFERENCES card (id),
  CONSTRAINT fk_mock_exam_answer_revision_id_revision FOREIGN KEY(revision_id) REFERENCES revision (id),
  CONSTRAINT fk_mock_exam_answer_review_id_review FOREIGN KEY(review_id) REFERENCES review (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_mock_exam_answer_review_id ON mock_exam_answer (review_id);

CREATE INDEX ix_mock_exam_answer_card_id ON mock_exam_answer (card_id);

CREATE INDEX ix_mock_exam_answer_revision_id ON mock_exam_answer (revision_id);
