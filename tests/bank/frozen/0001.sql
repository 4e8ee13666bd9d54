BEGIN TRANSACTION;
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
INSERT INTO "amendment" VALUES(1,X'01A2090740C077CC98072E8C35BF992D',1,1795447800002,1795447800000,60,2,0,NULL,NULL,'');
INSERT INTO "amendment" VALUES(2,X'01A2090740C07D5FA4B06CE60741C7A8',1,1795447800003,1795447800000,60,1,2,2,1.0,'learner');
CREATE TABLE card (
	id INTEGER NOT NULL, 
	question_id INTEGER NOT NULL, 
	slot VARCHAR NOT NULL, 
	CONSTRAINT pk_card PRIMARY KEY (id), 
	CONSTRAINT uq_card_question_id_slot UNIQUE (question_id, slot), 
	CONSTRAINT fk_card_question_id_question FOREIGN KEY(question_id) REFERENCES question (id)
);
INSERT INTO "card" VALUES(1,1,'');
INSERT INTO "card" VALUES(2,2,'');
INSERT INTO "card" VALUES(3,3,'');
INSERT INTO "card" VALUES(4,4,'forside');
INSERT INTO "card" VALUES(5,4,'bagside');
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
INSERT INTO "card_event" VALUES(1,X'01A2090740C07441B204E52DB2221A58',1,1795447800006,1795447800000,60,20780,2,3,NULL,20789,NULL,NULL);
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
 WITHOUT ROWID

;
INSERT INTO "day_count" VALUES(20780,1,2,0,1,1,4000);
INSERT INTO "day_count" VALUES(20780,1,2,0,2,1,4000);
INSERT INTO "day_count" VALUES(20782,1,2,0,2,1,4000);
CREATE TABLE device (
	id INTEGER NOT NULL, 
	uuid BLOB NOT NULL, 
	name VARCHAR NOT NULL, 
	CONSTRAINT pk_device PRIMARY KEY (id), 
	CONSTRAINT uq_device_uuid UNIQUE (uuid)
);
INSERT INTO "device" VALUES(1,X'01A2090740C071038386BBC4CD613E30','');
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
 WITHOUT ROWID

;
CREATE TABLE fold (
	id INTEGER NOT NULL, 
	model VARCHAR NOT NULL, 
	weights VARCHAR NOT NULL, 
	evidence_version INTEGER NOT NULL, 
	fitted_on INTEGER, 
	adopted_at INTEGER NOT NULL, 
	CONSTRAINT pk_fold PRIMARY KEY (id)
);
INSERT INTO "fold" VALUES(1,'fsrs-6','[0.212,1.2931,2.3065,8.2956,6.4133,0.8334,3.0194,0.001,1.8722,0.1666,0.796,1.4835,0.0614,0.2629,1.6483,0.6014,1.8729,0.5425,0.0912,0.0658,0.1542]',1,NULL,1795447800000);
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
INSERT INTO "installation" VALUES(1,X'01A2090740C077EC9E2FEB89414C343C',1,1795447800000,60,NULL,'29d2770261264a389888f693069919b0ce45ce7fa5d938df1479e1d2abe4864a','{"pack":null,"passages":[],"media":{},"last":{"card":0,"revision":0,"topic":0}}',NULL);
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
 WITHOUT ROWID

;
INSERT INTO "installation_step" VALUES(1,1,NULL,1,NULL,NULL,1);
INSERT INTO "installation_step" VALUES(1,2,NULL,2,NULL,NULL,1);
INSERT INTO "installation_step" VALUES(1,3,NULL,3,NULL,NULL,1);
INSERT INTO "installation_step" VALUES(1,4,NULL,4,NULL,NULL,1);
CREATE TABLE media (
	sha256 VARCHAR NOT NULL, 
	ext VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	CONSTRAINT pk_media PRIMARY KEY (sha256)
);
INSERT INTO "media" VALUES('8f8cbb7dcf46e0bc7d53265749a6c17d116093a6ba95e442764060c76fd4a86c','png',3);
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
INSERT INTO "memory" VALUES(1,1,1,2,2,0,0,2.25286141241172499505e+00,2.16319882413099229268e+00,20780,20781,1,0,1);
INSERT INTO "memory" VALUES(2,1,2,2,2,0,1000,9.78792251321095707616e-01,3.76084506850960842427e+00,20780,20789,1,0,1);
INSERT INTO "memory" VALUES(3,1,3,2,0,1,2000,0.0,0.0,0,NULL,0,0,1);
INSERT INTO "memory" VALUES(4,1,4,2,2,0,3000,2.3065,2.11810397045901499524e+00,20782,20784,1,0,1);
INSERT INTO "memory" VALUES(5,1,4,2,0,0,3001,0.0,0.0,0,NULL,0,0,1);
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
 WITHOUT ROWID

;
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
INSERT INTO "pack" VALUES(1,'dk.eksempel.krige',1,'29d2770261264a389888f693069919b0ce45ce7fa5d938df1479e1d2abe4864a','','29d2770261264a389888f693069919b0ce45ce7fa5d938df1479e1d2abe4864a','{"forfattere":[{"navn":"Historiefaggruppen"}],"id":"dk.eksempel.krige","licens":"CC-BY-SA-4.0","medier":{"kort.png":{}},"sprog":"da","titel":"Krige","version":1}',1,1);
CREATE TABLE pack_media (
	pack_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	CONSTRAINT pk_pack_media PRIMARY KEY (pack_id, name), 
	CONSTRAINT fk_pack_media_pack_id_pack FOREIGN KEY(pack_id) REFERENCES pack (id), 
	CONSTRAINT fk_pack_media_sha256_media FOREIGN KEY(sha256) REFERENCES media (sha256)
)
 WITHOUT ROWID

;
INSERT INTO "pack_media" VALUES(1,'kort.png','8f8cbb7dcf46e0bc7d53265749a6c17d116093a6ba95e442764060c76fd4a86c');
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
INSERT INTO "passage" VALUES(1,1,'afsnit-1','',0,'Der var engang en krig.');
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
INSERT INTO "question" VALUES(1,1,'sp-1',1,3,2,0,NULL,0,'hvad er sp-1?',NULL,NULL);
INSERT INTO "question" VALUES(2,1,'sp-2',2,3,2,0,NULL,1,'hvad er sp-2?','f',NULL);
INSERT INTO "question" VALUES(3,1,'sp-3',3,3,2,1,3,2,'hvad er sp-3?','f',NULL);
INSERT INTO "question" VALUES(4,1,'kort-1',4,10,2,0,NULL,3,'forside kort-1',NULL,NULL);
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
INSERT INTO "question_layer" VALUES(3,'',1795447800000,NULL,NULL,NULL);
CREATE TABLE question_tag (
	tag_id INTEGER NOT NULL, 
	question_id INTEGER NOT NULL, 
	CONSTRAINT pk_question_tag PRIMARY KEY (tag_id, question_id), 
	CONSTRAINT fk_question_tag_tag_id_tag FOREIGN KEY(tag_id) REFERENCES tag (id), 
	CONSTRAINT fk_question_tag_question_id_question FOREIGN KEY(question_id) REFERENCES question (id)
)
 WITHOUT ROWID

;
CREATE TABLE question_topic (
	topic_id INTEGER NOT NULL, 
	question_id INTEGER NOT NULL, 
	CONSTRAINT pk_question_topic PRIMARY KEY (topic_id, question_id), 
	CONSTRAINT fk_question_topic_topic_id_topic FOREIGN KEY(topic_id) REFERENCES topic (id), 
	CONSTRAINT fk_question_topic_question_id_question FOREIGN KEY(question_id) REFERENCES question (id)
)
 WITHOUT ROWID

;
INSERT INTO "question_topic" VALUES(1,1);
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
INSERT INTO "review" VALUES(1,X'01A2090740C0778DB311D8A3C2CE6F44',1,1795447800000,1,1,NULL,1795447800000,60,20780,0,3,'"et svar"',3,0,4000,NULL,0,0.0,'T1',1,NULL,0,20781,NULL,1.0);
INSERT INTO "review" VALUES(2,X'01A2090740C07C9DA12E7696A6CECC1B',1,1795447800001,2,2,NULL,1795447800000,60,20780,0,3,'"et svar"',3,0,4000,NULL,2,1.0,'T1',1,NULL,0,20782,1795447800000,NULL);
INSERT INTO "review" VALUES(3,X'01A2090740C079B9AEC9D28663CA828D',1,1795447800004,2,2,NULL,1795447800000,60,20780,0,3,'"et svar"',3,0,4000,NULL,1,0.6,'T1',1,NULL,0,20781,NULL,NULL);
INSERT INTO "review" VALUES(4,X'01A2090740C0700B84647159C324C985',1,1795447800005,4,4,NULL,1795620600000,60,20782,0,10,'"et svar"',3,0,4000,NULL,2,1.0,'T1',1,3,0,20784,NULL,NULL);
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
INSERT INTO "revision" VALUES(1,1,1,X'C70238FC94AAEA64CD1CB94689C73910',X'87E22A6D769E5A0174AC4AC011047E3D','{"billede":"kort.png","emner":["Krige/1864"],"forklaring":"Fordi det er sådan.","id":"sp-1","kategori":"begreb","læs":"afsnit-1","spørgsmål":"Hvad er sp-1?","svar":"Svar på sp-1","type":"skriv"}');
INSERT INTO "revision" VALUES(2,2,1,X'5A13147E42BA1DA7E2B31F6E37D0E0F1',X'FEAF13A32FDEB1B165C23F9415CB3F8D','{"faktum":"f","forklaring":"Fordi det er sådan.","id":"sp-2","kategori":"begreb","spørgsmål":"Hvad er sp-2?","svar":"Svar på sp-2","type":"skriv"}');
INSERT INTO "revision" VALUES(3,3,1,X'D438852EF1268F8A94BB0AADBBCE00DC',X'44A884F57302771FF5C9AD12B386243F','{"faktum":"f","forklaring":"Fordi det er sådan.","grundlag":"ekstern","id":"sp-3","kategori":"begreb","spørgsmål":"Hvad er sp-3?","svar":"Svar på sp-3","sværhed":3,"type":"skriv"}');
INSERT INTO "revision" VALUES(4,4,1,X'4901892CEF63DB73D968DAB2C3B31194',X'33309B4CEDEA891708BB3C2725C23420','{"bagside":"Bagside kort-1","begge veje":true,"forklaring":"Fordi det er sådan.","forside":"Forside kort-1","id":"kort-1","kategori":"begreb","type":"kort"}');
CREATE TABLE revision_media (
	revision_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	CONSTRAINT pk_revision_media PRIMARY KEY (revision_id, name), 
	CONSTRAINT fk_revision_media_revision_id_revision FOREIGN KEY(revision_id) REFERENCES revision (id), 
	CONSTRAINT fk_revision_media_sha256_media FOREIGN KEY(sha256) REFERENCES media (sha256)
)
 WITHOUT ROWID

;
INSERT INTO "revision_media" VALUES(1,'kort.png','8f8cbb7dcf46e0bc7d53265749a6c17d116093a6ba95e442764060c76fd4a86c');
CREATE TABLE setting (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	tick INTEGER NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY ("key")
);
INSERT INTO "setting" VALUES('new_per_day','12',1795447800007);
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
CREATE TABLE tag (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	CONSTRAINT pk_tag PRIMARY KEY (id), 
	CONSTRAINT uq_tag_name UNIQUE (name)
);
CREATE TABLE topic (
	id INTEGER NOT NULL, 
	pack_id INTEGER NOT NULL, 
	path VARCHAR NOT NULL, 
	CONSTRAINT pk_topic PRIMARY KEY (id), 
	CONSTRAINT uq_topic_pack_id_path UNIQUE (pack_id, path), 
	CONSTRAINT fk_topic_pack_id_pack FOREIGN KEY(pack_id) REFERENCES pack (id)
);
INSERT INTO "topic" VALUES(1,1,'Krige/1864');
CREATE TABLE undo_step (
	id INTEGER NOT NULL, 
	at INTEGER NOT NULL, 
	offset_min INTEGER NOT NULL, 
	label VARCHAR NOT NULL, 
	actions VARCHAR NOT NULL, 
	undone_at INTEGER, 
	CONSTRAINT pk_undo_step PRIMARY KEY (id)
);
INSERT INTO "undo_step" VALUES(1,1795447800000,60,'study.undo.answer','[{"retract":"01a20907-40c0-778d-b311-d8a3c2ce6f44"}]',NULL);
INSERT INTO "undo_step" VALUES(2,1795447800000,60,'study.undo.answer','[{"retract":"01a20907-40c0-7c9d-a12e-7696a6cecc1b"}]',NULL);
INSERT INTO "undo_step" VALUES(3,1795447800000,60,'study.undo.answer','[{"retract":"01a20907-40c0-79b9-aec9-d28663ca828d"}]',NULL);
INSERT INTO "undo_step" VALUES(4,1795620600000,60,'study.undo.answer','[{"retract":"01a20907-40c0-700b-8464-7159c324c985"}]',NULL);
CREATE INDEX ix_exam_state ON exam (state);
CREATE INDEX ix_question_revision_id ON question (revision_id);
CREATE INDEX ix_question_fact ON question (pack_id, fact_key) WHERE fact_key IS NOT NULL;
CREATE INDEX ix_question_pack_id_position ON question (pack_id, position);
CREATE INDEX ix_question_sort_key ON question (sort_key);
CREATE INDEX ix_study_session_started_at ON study_session (started_at);
CREATE INDEX ix_installation_pack_id ON installation (pack_id);
CREATE INDEX ix_question_topic_question_id_topic_id ON question_topic (question_id, topic_id);
CREATE INDEX ix_installation_step_question_id ON installation_step (question_id);
CREATE INDEX ix_question_layer_buried_until ON question_layer (buried_until) WHERE buried_until IS NOT NULL;
CREATE INDEX ix_question_layer_base_revision_id ON question_layer (base_revision_id);
CREATE INDEX ix_question_layer_copy_of ON question_layer (copy_of);
CREATE INDEX ix_report_revision_id ON report (revision_id);
CREATE INDEX ix_report_question_id ON report (question_id);
CREATE INDEX ix_question_tag_question_id_tag_id ON question_tag (question_id, tag_id);
CREATE INDEX ix_review_tick ON review (tick);
CREATE INDEX ix_review_card_id_tick ON review (card_id, tick);
CREATE INDEX ix_review_study_day ON review (study_day);
CREATE INDEX ix_review_revision_id ON review (revision_id);
CREATE INDEX ix_card_event_revision_id ON card_event (revision_id);
CREATE INDEX ix_card_event_card_id_tick ON card_event (card_id, tick);
CREATE INDEX ix_card_event_tick ON card_event (tick);
CREATE INDEX ix_card_event_installation_id ON card_event (installation_id);
CREATE INDEX ix_memory_due ON memory (due_day) WHERE held = 0 AND due_day IS NOT NULL;
CREATE INDEX ix_memory_pack_due ON memory (pack_id, due_day) WHERE held = 0 AND due_day IS NOT NULL;
CREATE INDEX ix_memory_pack_new ON memory (pack_id, rank) WHERE held = 0 AND due_day IS NULL;
CREATE INDEX ix_amendment_tick ON amendment (tick);
CREATE INDEX ix_amendment_review_id_tick ON amendment (review_id, tick);
CREATE INDEX ix_mock_exam_answer_card_id ON mock_exam_answer (card_id);
CREATE INDEX ix_mock_exam_answer_revision_id ON mock_exam_answer (revision_id);
CREATE INDEX ix_mock_exam_answer_review_id ON mock_exam_answer (review_id);
CREATE INDEX ix_own_wording_question_id ON own_wording (question_id);
CREATE INDEX ix_own_wording_review_id ON own_wording (review_id);
COMMIT;
PRAGMA application_id = 1364869707;
PRAGMA user_version = 1;
