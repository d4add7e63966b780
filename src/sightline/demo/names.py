"""Invented names of people, streets and places. Any likeness to a family is chance."""

from __future__ import annotations

from typing import Final

GIRLS: Final = (
    "Ada Beatrix Cerys Daria Elowen Freya Gwen Halima Iris Juno Kezia Leila Maren Nia Orla Petra Roza Sanna "
    "Tamsin Una Vesna Wren Yara Zofia Amina Bryony Coralie Dilys Esme Farah Greta Hattie Ines Jodie Kasia"
).split()
BOYS: Final = (
    "Alun Basil Caspar Dafydd Emil Faris Gethin Hugo Idris Jonah Kit Leon Marek Nico Oskar Piran Rafi Silas "
    "Tomos Ulric Viktor Wilf Yusuf Zane Arlo Bashir Corin Denzil Elis Felix Gareth Hamza Ivo Joss Kaspar"
).split()
WOMEN: Final = (
    "Alison Bethan Carol Denise Elena Fatima Gemma Helen Isobel Jodie Karen Lowri Maryam Natalie Olivia "
    "Priya Ruth Selam Tracey Ursula Verity Wanda Yasmin Zara Agnes Bronwen Chloe Dorota Eilidh Flora Grace "
    "Hannah"
).split()
MEN: Final = (
    "Adam Bilal Callum Daniel Ewan Farid Gavin Harry Imran Jamie Kofi Liam Mateusz Neil Owen Pavel Quentin "
    "Ravi Samuel Tariq Umar Vikram Wesley Xavier Yannick Zaid Andrew Ben Craig Dylan Errol Finn Glen Hassan"
).split()
FAMILIES: Final = (
    "Abara Askew Bello Birkin Calder Castell Dacosta Dunmore Eddow Ellary Fairlow Finch Garrow Gethin Hallam "
    "Harrowby Idowu Ilves Jasik Jessop Kalra Kestle Lark Lowther Maddox Merrin Nandy Norrish Okafor Orrell "
    "Pask Pellow Quayle Quist Rahimi Rookley Sandys Selby Tesfay Thorne Udall Umpleby Vane Venn Wadham "
    "Whitlow Yarrow Yelland Zachary Zielin Ambrey Brackley Coombe Devane Everall Fossey Gorse Hebden Inskip "
    "Jarrold Kemble Loxley"
).split()
STREETS: Final = (
    "Quarry Lane|Fell Road|Station Row|Mill Street|Orchard Way|Harbour View|Chapel Hill|Meadow Close|"
    "Tannery Walk|Beacon Rise|Ferry Street|Larch Avenue|Copper Court|Weir Terrace|Saltmarsh Road|"
    "Hazel Gardens"
).split("|")
TOWNS: Final = ("Fernham", "Saltwick", "Marlbrook", "Ottershaw Quay", "Highcombe")
COUNTY: Final = "Fernshire"
