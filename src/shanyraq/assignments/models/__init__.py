"""What is kept of execution: assignments, reports, recommendations, measures."""

from shanyraq.assignments.models.assigning import (
    Assignment,
    AssignmentQuerySet,
    CoExecutor,
    DeadlineChange,
    ProgressNote,
)
from shanyraq.assignments.models.government import GovernmentMeasure, MeasureStep
from shanyraq.assignments.models.recommending import (
    Answer,
    Recommendation,
    RecommendationQuerySet,
)
from shanyraq.assignments.models.reporting import Assessment, Evidence, Report

__all__ = [
    "Answer",
    "Assessment",
    "Assignment",
    "AssignmentQuerySet",
    "CoExecutor",
    "DeadlineChange",
    "Evidence",
    "GovernmentMeasure",
    "MeasureStep",
    "ProgressNote",
    "Recommendation",
    "RecommendationQuerySet",
    "Report",
]
