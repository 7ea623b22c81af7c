-- Learned models that score records, and what runs are for.
ALTER TABLE ANALYSIS_RUN ADD COLUMN purpose ${string:20};

ALTER TABLE ANALYSIS_RUN ADD COLUMN model_run_id ${uuid};

CREATE TABLE MODEL_DEPLOYMENT (
    id ${uuid} NOT NULL,
    version ${long} NOT NULL,
    created_at ${instant} NOT NULL,
    created_by ${uuid},
    modified_at ${instant} NOT NULL,
    modified_by ${uuid},
    created_in ${uuid},
    analysis_id ${uuid} NOT NULL,
    run_id ${uuid} NOT NULL,
    model_role ${string:20} NOT NULL,
    verdict ${string:20} NOT NULL,
    valid_from ${instant} NOT NULL,
    valid_to ${instant},
    decided_by ${string:255} NOT NULL,
    reason ${string:4000},
    figures ${string:32000},
    ended_by ${string:255},
    end_reason ${string:4000},
    PRIMARY KEY (id)
);

CREATE INDEX ref_analysis_run_model ON ANALYSIS_RUN (model_run_id);
CREATE INDEX ref_model_deployment_analysis ON MODEL_DEPLOYMENT (analysis_id, valid_from);
CREATE INDEX ref_model_deployment_run ON MODEL_DEPLOYMENT (run_id);
