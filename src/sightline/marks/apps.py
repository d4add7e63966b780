from django.apps import AppConfig


class MarksConfig(AppConfig):
    """The room `marks`: a mark on a baby who is not mobile, on its way to an outcome."""

    name = "sightline.marks"
    label = "marks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """A referral of the baby takes its mark along, whoever sends it; no hand corrects an opinion."""
        from sightline.chronology.carrying import carry
        from sightline.concerns.events import ReferralMoved
        from sightline.core.events import subscribe
        from sightline.marks.queries import carries
        from sightline.marks.referred import referral_moved

        carry(carries)
        subscribe(ReferralMoved, referral_moved)
