"""`sayso report --publish` on the data of a house."""

import json


def test_published_figures_stand_in_the_data_folder_and_are_printed_again(house):
    published = json.loads(house.run("report", "tea", "--publish", "--format", "json").out)
    again = json.loads(house.run("report", "tea", "--published", "last", "--format", "json").out)

    assert again == published
    assert [file.name.startswith("tea-") for file in (house.data / "published").iterdir()] == [True]
