// SPDX-License-Identifier: EPL-2.0

package org.kontor.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/**
 * A piece of what a run left: its result or its model, packed and cut into pieces that fit a field.
 *
 * @since 0.1
 */
@Entity
@Table(name = "ANALYSIS_ARTIFACT")
public class AnalysisArtifact extends StoredRecord {

    @Attribute(order = 10, kind = FieldKind.REFERENCE)
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "run_id", nullable = false)
    private AnalysisRun run;

    @Attribute(order = 20, kind = FieldKind.CHOICE)
    @Enumerated(EnumType.STRING)
    @Column(name = "kind", length = 20, nullable = false)
    private ArtifactKind kind;

    @Attribute(order = 30, kind = FieldKind.INTEGER)
    @Column(name = "item_position", nullable = false)
    private Integer position;

    @Attribute(order = 40, kind = FieldKind.LONG_TEXT)
    @Column(name = "content", length = 32000, nullable = false)
    private String content;

    /** @return the run that left it */
    public AnalysisRun getRun() {
        return run;
    }

    /** @param run the run that left it */
    public void setRun(final AnalysisRun run) {
        this.run = run;
    }

    /** @return what it is */
    public ArtifactKind getKind() {
        return kind;
    }

    /** @param kind what it is */
    public void setKind(final ArtifactKind kind) {
        this.kind = kind;
    }

    /** @return the place of the piece, from 0 */
    public Integer getPosition() {
        return position;
    }

    /** @param position the place of the piece, from 0 */
    public void setPosition(final Integer position) {
        this.position = position;
    }

    /** @return JSON packed by gzip, as base 64 */
    public String getContent() {
        return content;
    }

    /** @param content JSON packed by gzip, as base 64 */
    public void setContent(final String content) {
        this.content = content;
    }
}
