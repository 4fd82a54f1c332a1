"""Flows as forms of other programs: XLSForm and SurveyJS."""
