import Complaints
import Storage

/// Values as the lines of `--json`: the contract of the command line.

extension StatedTime: JSONConvertible { var json: JSON { instant.json } }

extension Rating: JSONConvertible {
    var json: JSON { ["value": value, "best": best, "worst": worst] }
}

extension Reply: JSONConvertible {
    var json: JSON { ["author": author, "published": published, "text": text] }
}

extension Score.Reason: JSONConvertible {
    var json: JSON { ["what": what, "weight": weight] }
}

extension Content {
    var members: JSON { ["title": title, "text": text, "rating": rating, "reply": reply] }
}

extension Mention: JSONConvertible {
    var json: JSON {
        let about: JSON = [
            "id": id, "subject": subject, "source": source, "site_id": siteID, "url": url, "author": author,
            "published": published, "precision": published?.precision.rawValue, "language": language,
        ]
        let judged: JSON = [
            "score": score.value, "flagged": score.isFlagged, "urgency": score.urgency, "topic": score.topic,
            "cause": score.cause, "legal": score.isLegal, "reasons": score.reasons,
            "presence": presence.rawValue, "decision": review?.decision.rawValue, "decided_by": review?.by,
            "decided_at": review?.at, "why": review?.why, "first_seen": firstSeen, "changed": changed,
            "revision": revisionCount, "cluster": cluster.number, "case": caseID,
        ]
        return about + content.members + judged
    }
}

extension Revision: JSONConvertible {
    var json: JSON { ["number": number, "seen": seen] + content.members }
}

extension Case: JSONConvertible {
    var json: JSON {
        [
            "id": id, "subject": subject, "state": state, "owner": owner, "version": version,
            "opened": opened,
            "posted": posted, "seen": seen, "due": due, "urgency": urgency, "topic": topic,
            "next": next, "lacks_next": lacksNextStep, "assigned": assigned, "closes": closes,
        ]
    }
}

extension Priority {
    /// As further keys of a line.
    var members: JSON { ["priority": level.rawValue, "priority_why": reasons] }
}

extension NextStep: JSONConvertible {
    var json: JSON { ["what": what, "due": due] }
}

extension ShownClock: JSONConvertible {
    /// `why` says why a state is `unknown`.
    var json: JSON {
        [
            "name": reading.name, "due": reading.due, "state": state, "stopped": reading.stoppedAt,
            "why": doubt,
        ]
    }
}

extension TimelineEntry: JSONConvertible {
    var json: JSON {
        [
            "at": at, "by": by, "what": what.rawValue, "note": note, "statement": statement, "time": time,
            "mention": mention, "clock": clock,
        ]
    }
}

extension Pause: JSONConvertible {
    var json: JSON { ["at": at, "by": by, "why": why] }
}

extension SourceStatus: JSONConvertible {
    var json: JSON {
        [
            "name": id, "subject": subject, "url": url, "active": isActive,
            "health": coverage.health.rawValue,
            "next_visit": nextVisit, "last_visit": lastVisit, "last_success": coverage.lastSuccess,
            "failures": coverage.failures, "trouble_since": coverage.troubleSince,
            "last_failure": lastFailure,
            "records": coverage.usualRecords, "paused": pause,
        ]
    }
}

extension Gap: JSONConvertible {
    var json: JSON {
        [
            "kind": kind.rawValue, "state": state.rawValue, "opened": opened, "ended": ended, "after": after,
            "before": before, "reached": reached, "pages": pages, "records": records, "failures": failures,
            "why": why,
        ]
    }
}

extension CoverageProof.Span: JSONConvertible {
    var json: JSON { ["from": from, "to": to, "state": state.rawValue, "why": why] }
}

extension CoverageProof: JSONConvertible {
    var json: JSON {
        let longest: JSON? = longestUnseen.map {
            [
                "from": $0.lowerBound, "to": $0.upperBound,
                "seconds": ($0.upperBound - $0.lowerBound).seconds,
            ]
        }
        return [
            "from": from, "to": to, "covered": coveredShare, "complete": completeVisits,
            "incomplete": incompleteVisits, "failed": failedVisits, "longest_unseen": longest,
            "last_complete": lastComplete, "spans": spans,
        ]
    }
}

extension Visit: JSONConvertible {
    var json: JSON {
        [
            "source": source, "started": started, "ended": ended, "outcome": result,
            "code": outcome.failure?.code, "reason": outcome.failure?.reason, "pages": pageCount,
            "records": recordCount, "new": newMentions, "changed": changedMentions,
            "reach": reach?.rawValue, "complete": isComplete, "stated_count": statedCount,
            "requests": requests, "bytes": bytes,
        ]
    }
}

extension Alert: JSONConvertible {
    var json: JSON {
        [
            "id": event, "type": type.rawValue, "subject": subject, "time": time, "endpoint": endpoint,
            "state": state.rawValue, "attempts": attempts, "next_attempt": nextAttempt, "error": lastError,
            "delivered": delivered, "url": url, "text": text, "held_by": heldBy, "bundle": bundle,
        ]
    }
}
