"""The tables of a child protection medical and of its quality assurance."""

from sightline.medicals.models.medicals import Medical, MedicalAdult
from sightline.medicals.models.said import Consent, Examination, FollowUp, Opinion, Told
from sightline.medicals.models.sampling import Review, Sample, Sampled

__all__ = [
    "Consent",
    "Examination",
    "FollowUp",
    "Medical",
    "MedicalAdult",
    "Opinion",
    "Review",
    "Sample",
    "Sampled",
    "Told",
]
